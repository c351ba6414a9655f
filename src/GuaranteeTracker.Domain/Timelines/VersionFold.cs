using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Folds a stretch of the record into the versions of claims that it adds and ends.</summary>
/// <param name="sources">Every source that the stretch's claims were found in.</param>
public sealed class VersionFold(Func<Guid, SourceRegistered> sources)
{
    private readonly List<ClaimVersion> _added = [];
    private readonly Dictionary<Guid, int> _open = [];
    private readonly Dictionary<Guid, long> _ended = [];

    public IReadOnlyList<ClaimVersion> Added => _added;

    /// <summary>Claims on record before the stretch, with the first event that ended what they said then.</summary>
    public IReadOnlyDictionary<Guid, long> Ended => _ended;

    /// <summary>In the order of sequence, as far as one claim's facts are concerned.</summary>
    public void Add(long sequence, IClaimFact fact)
    {
        switch (fact)
        {
            case ClaimRecorded e:
                Open(sequence, e.Claim, e.Content);
                break;
            case ClaimCorrected e:
                End(sequence, e.Claim);
                Open(sequence, e.Claim, e.Content);
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

    private void Open(long sequence, Guid claim, ClaimContent content)
    {
        _open[claim] = _added.Count;
        _added.Add(ClaimVersion.Of(claim, content, sources(content.Evidence.Source), sequence));
    }

    private void End(long sequence, Guid claim)
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
