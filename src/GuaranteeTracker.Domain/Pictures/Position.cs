using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Pictures;

/// <summary>What stands in a cell at (D, K). Derived, never stored as truth.</summary>
/// <param name="Since">UTC date of the effective instant of the first claim of the run: the unbroken stretch of this stance that ends in the standing claim.</param>
/// <param name="SinceKind">Whether the stance was taken on that day or some time up to it.</param>
/// <param name="Quote">The words of the standing claim's first passage.</param>
/// <param name="Stated">EDTF, as the claim gives it.</param>
/// <param name="ConditionsFrom">The earlier claim of the run whose conditions are shown, where the standing one has none.</param>
/// <param name="TermsFrom">The earlier claim of the run whose terms are shown, where the standing one has none.</param>
/// <param name="Previous">The stance before the run; null where there was none.</param>
/// <param name="AttributedOnly">Only hearsay says so.</param>
public sealed record Position(
    string Actor, Stance Stance, Act Act, DateOnly Since, SinceKind SinceKind, Guid Claim, string? Speaker, string? ReportedBy,
    Voice Voice, string Summary, string Quote, string Stated, Guid Source, ValueList<string> Conditions, Guid? ConditionsFrom,
    ValueList<Term> Terms, Guid? TermsFrom, Support Support, PreviousStance? Previous, bool AttributedOnly, bool Disputed,
    bool OutsideMandate, ValueList<Contradiction> Contradictions)
{
    /// <param name="standing">With its run.</param>
    internal static Position Of(Standing standing, Func<ContentKey, ClaimContent> contents)
    {
        var (content, run) = (contents(standing.Content), standing.Run!);
        return new(
            standing.Actor, standing.Stance, content.Act, standing.Since, standing.SinceKind, standing.Claim, content.Speaker, content.ReportedBy,
            content.Voice, content.Summary, content.Evidence.Quotes[0].Exact, content.Stated.Text, content.Evidence.Source,
            (run.ConditionsFrom is { } conditions ? contents(conditions) : content).Conditions, run.ConditionsFrom?.Claim,
            (run.TermsFrom is { } terms ? contents(terms) : content).Terms, run.TermsFrom?.Claim,
            run.Support, run.Previous is { } previous ? new PreviousStance(previous, standing.Since) : null,
            standing.AttributedOnly, standing.Disputed, standing.OutsideMandate, standing.Contradictions);
    }
}

public enum SinceKind
{
    /// <summary>On that day.</summary>
    On,

    /// <summary>At the latest on that day: the run's first claim spans more than 24 hours.</summary>
    By,
}

/// <summary>How much carries a run: its claims, and their distinct sources and publishers.</summary>
public sealed record Support(int Claims, int Sources, int Publishers);

/// <param name="Until">The day on which the run after it begins.</param>
public sealed record PreviousStance(Stance Stance, DateOnly Until);
