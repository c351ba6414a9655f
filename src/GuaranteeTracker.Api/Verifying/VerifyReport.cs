namespace GuaranteeTracker.Api.Verifying;

/// <summary>What a verification found.</summary>
/// <param name="Events">How many were hashed.</param>
/// <param name="Size">Of the last checkpoint, in leaves; so are Root (base64), Sequence and At.</param>
/// <param name="Signed">How many checkpoints have a signature that was found right.</param>
/// <param name="Faults">The first of them.</param>
/// <param name="FaultCount">All of them.</param>
/// <param name="Uncovered">Events that no checkpoint covers yet: neither wrong nor proven.</param>
/// <param name="Stragglers">Events found after a checkpoint had passed their number: covered, and worth a question.</param>
/// <param name="TakenDown">Texts that were taken down, with a row that says so.</param>
internal sealed record VerifyReport(
    long Events, long Leaves, long Checkpoints, long Size, string? Root, long Sequence, DateTime? At, long Signed,
    IReadOnlyList<Fault> Faults, long FaultCount, long Uncovered, long Stragglers, long TakenDown)
{
    public bool IsSound => FaultCount == 0;
}
