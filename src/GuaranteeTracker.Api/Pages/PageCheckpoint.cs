using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Pages;

/// <summary>The checkpoint that a page names in its foot.</summary>
/// <param name="Size">How many events it covers.</param>
/// <param name="Sequence">It reaches up to this one.</param>
/// <param name="At">UTC.</param>
/// <param name="Root">Base64.</param>
/// <param name="Pending">How many events on the page it does not cover; null on a page that has no K.</param>
public sealed record PageCheckpoint(long Size, long Sequence, DateTime At, string Root, int? Pending)
{
    /// <returns>Null where there is no checkpoint.</returns>
    internal static PageCheckpoint? Of(StoredCheckpoint? checkpoint, int? pending) =>
        checkpoint is null ? null : new(checkpoint.Size, checkpoint.Sequence, checkpoint.At, Convert.ToBase64String(checkpoint.Root), pending);
}
