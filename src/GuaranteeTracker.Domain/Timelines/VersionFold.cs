using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Folds a stretch of the record into the versions of claims that it adds and ends.</summary>
/// <param name="publications">Of every source that the stretch's claims were found in.</param>
public sealed class VersionFold(Func<Guid, Publication> publications)
{
    private readonly List<ClaimVersion> _added = [];
    private readonly Dictionary<Guid, int> _open = [];
    private readonly Dictionary<Guid, long> _ended = [];

    /// <param name="sources">Every source that the stretch's claims were found in.</param>
    public VersionFold(Func<Guid, SourceRegistered> sources)
        : this(source => Publication.Of(sources(source)))
    {
    }

    public IReadOnlyList<ClaimVersion> Added => _added;

    /// <summary>Claims on record before the stretch, with the first event that ended what they said then.</summary>
    public IReadOnlyDictionary<Guid, long> Ended => _ended;

    /// <summary>In the order of sequence, as far as one claim's facts are concerned.</summary>
    public void Add(long sequence, IClaimFact fact)
    {
        switch (fact)
        {
            case ClaimRecorded e:
                Open(sequence, e.Claim, ClaimOutline.Of(e.Content));
                break;
            case ClaimCorrected e:
                End(sequence, e.Claim);
                Open(sequence, e.Claim, ClaimOutline.Of(e.Content));
                break;
            case ClaimRetracted e:
                End(sequence, e.Claim);
                break;
            case ClaimDisputed or DisputeResolved:
                break; // flags what a claim says, and leaves it as it is
            default:
                throw new NotSupportedException($"{fact.GetType().Name} has no place in the life of claim {fact?.Claim}.");
        }
    }

    /// <summary>The claim has this content from here on.</summary>
    public void Open(long sequence, Guid claim, ClaimOutline content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _open[claim] = _added.Count;
        _added.Add(ClaimVersion.Of(claim, content, publications(content.Source), sequence));
    }

    /// <summary>What the claim said does not hold from here on.</summary>
    public void End(long sequence, Guid claim)
    {
        if (_open.Remove(claim, out var place))
        {
            _added[place] = _added[place] with { Until = sequence };
        }
        else
        {
            _ended.TryAdd(claim, sequence);
        }
    }
}
