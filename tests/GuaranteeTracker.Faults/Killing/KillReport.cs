using System.Globalization;
using GuaranteeTracker.Api.Verifying;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>What kill cycles came to.</summary>
/// <param name="Acknowledged">Claims answered 200 or 201.</param>
/// <param name="Unanswered">Requests without an answer, or with 503, each sent again.</param>
/// <param name="Found">Claims that were on record when they were sent again.</param>
/// <param name="Lost">Acknowledged claims that are not on record.</param>
/// <param name="Unknown">Claims on record that nobody was told of.</param>
/// <param name="Holes">Streams whose versions have holes.</param>
/// <param name="Verified">Leaves, tiles, roots, signatures, and the last note that was signed.</param>
/// <param name="Differences">Rows that a rebuild put right.</param>
/// <param name="IsSamePicture">Whether the pinned picture has the same bytes after the rebuild, from another process.</param>
internal sealed record KillReport(
    ulong Seed, int Acknowledged, long Unanswered, long Found, int Lost, int Doubled, int Unknown, long Holes, VerifyReport Verified, long Differences, bool IsSamePicture,
    IReadOnlyList<(string Victim, TimeSpan Recovery)> Recoveries)
{
    public bool IsSound => Lost + Doubled + Unknown + Holes + Differences == 0 && Verified.IsSound && IsSamePicture;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        seed {Seed}: {Recoveries.Count} kills, {Acknowledged} claims acknowledged, {Unanswered} requests unanswered and sent again, of which {Found} were on record
        {Lost} lost, {Doubled} doubled, {Unknown} unknown; a zero means below {300.0 / Acknowledged:0.000} % of claims at 95 %
        {Holes} streams with holes; {Verified.Events} events, {Verified.Leaves} leaves, {Verified.Signed} signed checkpoints, {Verified.FaultCount} faults in them; {Differences} rows differed in the rebuild; the pinned picture is {(IsSamePicture ? "the same bytes" : "another")}
        {string.Join("\n", Recoveries.GroupBy(kill => kill.Victim).Select(Describe))}
        """);

    private static string Describe(IGrouping<string, (string Victim, TimeSpan Recovery)> kills)
    {
        var times = kills.Select(kill => kill.Recovery.TotalSeconds).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{kills.Key}: {times.Count} kills, recording again after {times[times.Count / 2]:0.00} s (median), {times[^1]:0.00} s (longest)");
    }
}
