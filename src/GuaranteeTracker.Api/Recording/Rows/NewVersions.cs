using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>What a stretch of the record adds to the versions of claims, and which older ones it ends, and when.</summary>
internal sealed record NewVersions(IReadOnlyList<ClaimVersion> Added, IReadOnlyDictionary<Guid, long> Ended)
{
    /// <summary>
    /// Leaves out what holds at no K. A straggler is known later than its number says, so what followed it may have ended
    /// what it says before that: then it ended what was said before the straggler, too.
    /// </summary>
    public static NewVersions Of(VersionFold fold)
    {
        var ended = new Dictionary<Guid, long>(fold.Ended);
        foreach (var never in fold.Added.Where(version => version.Until <= version.Recorded && ended.ContainsKey(version.Claim)))
        {
            ended[never.Claim] = Math.Min(ended[never.Claim], never.Until);
        }

        return new([.. fold.Added.Where(version => version.Recorded < version.Until)], ended);
    }
}
