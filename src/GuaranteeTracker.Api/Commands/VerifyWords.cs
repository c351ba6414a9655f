using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Verifying;

namespace GuaranteeTracker.Api.Commands;

/// <summary>What <c>verify</c> says in the end.</summary>
internal static class VerifyWords
{
    private const int MostTold = 50;

    public static string Tell(VerifyReport report, bool isJson) => isJson ? JsonSerializer.Serialize(report, Json.Options) : string.Join('\n', Lines(report));

    private static IEnumerable<string> Lines(VerifyReport report)
    {
        foreach (var fault in report.Faults.Take(MostTold))
        {
            yield return $"Wrong: {fault}";
        }

        if (report.FaultCount > MostTold)
        {
            yield return Invariant($"…and {report.FaultCount - MostTold} more; --json tells up to 1,000");
        }

        yield return Invariant($"{report.Events} events hashed, {report.Leaves} leaves, {report.Checkpoints} checkpoints, {report.Signed} of them signed; {report.FaultCount} faults");
        if (report.Root is not null)
        {
            yield return Invariant($"The last checkpoint covers {report.Size} leaves up to sequence {report.Sequence}, at {report.At:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}, root {report.Root}");
        }

        if (report.Uncovered > 0)
        {
            yield return Invariant($"{report.Uncovered} newer events are not covered by it yet: neither wrong nor proven");
        }

        if (report.Stragglers > 0)
        {
            yield return Invariant($"{report.Stragglers} events were found after a checkpoint had passed their number; see docs/operations.md, Stragglers");
        }

        if (report.TakenDown > 0)
        {
            yield return Invariant($"{report.TakenDown} source texts were taken down");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
