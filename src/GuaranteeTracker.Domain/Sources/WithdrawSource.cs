using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Sources;

/// <summary>An editor asks that a source, and every claim found in it, no longer count. Final.</summary>
public sealed record WithdrawSource
{
    /// <summary>Why, for everybody to read.</summary>
    public string? Reason { get; init; }

    public Decision<ISourceFact> Decide(Source? source)
    {
        var faults = new Faults();
        var reason = Wording.Reason(Reason, faults);
        return (source, faults.Refuse(out var refusal)) switch
        {
            (null, _) => Refusal.Missing("unknown-source", "There is no such source."),
            (_, true) => refusal!,
            ({ WithdrawalReason: null }, _) => new Decision<ISourceFact>.Accepted(new SourceWithdrawn(source.Id, reason!)),
            _ when source.WithdrawalReason == reason => new Decision<ISourceFact>.Accepted(),
            _ => Refusal.Conflict("source-withdrawn", $"Source {source.Id} was withdrawn already, for another reason; a withdrawal is final."),
        };
    }
}
