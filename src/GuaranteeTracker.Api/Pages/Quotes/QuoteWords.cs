using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Pages.Quotes;

/// <summary>What is told about claims, in sentences.</summary>
internal static class QuoteWords
{
    /// <summary>What an actor does who holds a stance, about something named before.</summary>
    public static string Of(Stance stance) => stance switch
    {
        Stance.Rejects => "rejects it",
        Stance.Opposes => "opposes it",
        Stance.Undecided => "is undecided",
        Stance.Open => "is open to it",
        Stance.Supports => "supports it",
        Stance.Commits => "commits to it",
        _ => throw new NotSupportedException($"{stance} has no words."),
    };

    public static string Of(Voice voice) => voice switch
    {
        Voice.Quote => "in their own words",
        Voice.Paraphrase => "as the reporter renders it",
        Voice.Observation => "the reporter’s own account",
        Voice.Hearsay => "hearsay",
        _ => throw new NotSupportedException($"{voice} has no words."),
    };

    /// <summary>From undecided to opposes: a reversal.</summary>
    public static string Of(Shift shift) =>
        $"From {EnumWords.Of(shift.Before)} to {EnumWords.Of(shift.After)}: {Of(shift.Kind)}";

    public static string Of(ShiftKind kind) => kind switch
    {
        ShiftKind.Reversal => "a reversal",
        ShiftKind.Strength => "a matter of strength, no change of side",
        _ => throw new NotSupportedException($"{kind} has no words."),
    };

    /// <summary>Who spoke for whom.</summary>
    public static string Who(ClaimContent content, Func<string, string> nameOf) => (content.ReportedBy, content.Speaker) switch
    {
        ({ } reporter, { } speaker) when speaker != content.Actor => $"{nameOf(reporter)}, about {nameOf(speaker)} and {nameOf(content.Actor)}",
        ({ } reporter, _) => $"{nameOf(reporter)}, about {nameOf(content.Actor)}",
        (null, { } speaker) when speaker != content.Actor => $"{nameOf(speaker)}, for {nameOf(content.Actor)}",
        _ => nameOf(content.Actor),
    };

    public static IEnumerable<Doubt> Doubts(LiveClaim claim, ClaimContent content, CellHistory cell, Func<string, string> nameOf)
    {
        if (content is { Voice: Voice.Hearsay, ReportedBy: { } reporter })
        {
            yield return new("hearsay", $"{nameOf(reporter)} tells it and has no mandate for {nameOf(content.Actor)}.");
        }

        if (claim.IsDisputed)
        {
            yield return new("disputed", "It has been called into question.");
        }

        if (claim.OutsideMandate && content.Speaker is { } speaker)
        {
            yield return new("outside mandate", $"{nameOf(speaker)} had no mandate for {nameOf(content.Actor)} on {Words.Of(DateOnly.FromDateTime(claim.Effective))}.");
        }

        if (cell.Contradictions.Any(contradiction => contradiction.Claims.Contains(claim.Id)))
        {
            yield return new("contradicted", $"This and another claim cannot both describe {nameOf(content.Actor)}.");
        }
    }

    /// <param name="standing">Content of the claim that stands.</param>
    /// <param name="other">Content of the one that contradicts it.</param>
    public static string Of(ContradictionKind kind, ClaimContent standing, ClaimContent other, Func<string, string> nameOf)
    {
        var actor = nameOf(standing.Actor);
        var (says, told) = (Of(standing.Stance), Of(other.Stance));
        return kind switch
        {
            ContradictionKind.DeniedHearsay => $"{nameOf(other.ReportedBy!)} says that {actor} {told}. First-hand, no earlier than that, {actor} {says}.",
            ContradictionKind.UnconfirmedHearsay => $"{nameOf(other.ReportedBy!)} says that {actor} {told}. The last that is known first-hand is earlier: {actor} {says}.",
            ContradictionKind.SplitVoice => $"Two voices within a week: as {nameOf(standing.Speaker!)} has it, {actor} {says}; as {nameOf(other.Speaker!)} has it, {actor} {told}.",
            _ => throw new NotSupportedException($"{kind} has no words."),
        };
    }
}
