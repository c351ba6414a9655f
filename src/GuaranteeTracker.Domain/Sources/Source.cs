namespace GuaranteeTracker.Domain.Sources;

/// <summary>One published document, as its events tell.</summary>
/// <param name="WithdrawalReason">Null while the source counts.</param>
public sealed record Source(SourceRegistered Registered, string? WithdrawalReason)
{
    public Guid Id => Registered.Source;

    public bool IsWithdrawn => WithdrawalReason is not null;

    public static Source Evolve(Source? source, ISourceFact fact) => fact switch
    {
        SourceRegistered e when source is null => new(e, null),
        SourceWithdrawn e when source is not null => source with { WithdrawalReason = e.Reason },
        _ => throw new NotSupportedException($"{fact.GetType().Name} has no place in the life of source {fact.Source}."),
    };
}
