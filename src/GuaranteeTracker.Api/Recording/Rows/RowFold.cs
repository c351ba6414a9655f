using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Makes rows of a stretch of the record.</summary>
internal sealed class RowFold
{
    private readonly List<(long Known, string Type, Guid Claim, ClaimOutline? Content)> _claims = [];
    private readonly Dictionary<(Guid Claim, long Recorded), ListedContent> _contents = [];
    private readonly List<Catalogued> _catalogued = [];
    private readonly Dictionary<Guid, Publication> _publications = [];

    public IReadOnlyList<Catalogued> Catalogued => _catalogued;

    /// <summary>Of each version of a claim that the stretch adds; only where it has no stragglers.</summary>
    public IReadOnlyDictionary<(Guid Claim, long Recorded), ListedContent> Contents => _contents;

    /// <summary>Whether an event is known later than its number says. What its claim said last is then for the database to tell.</summary>
    public bool HasStragglers { get; private set; }

    /// <summary>How many events there are.</summary>
    public int Count { get; private set; }

    /// <param name="known">From which K on the event is known.</param>
    /// <param name="recordedAt">UTC, as stored.</param>
    /// <param name="data">Its stored JSON.</param>
    public void Add(long known, long sequence, string type, DateTime recordedAt, ReadOnlySpan<byte> data)
    {
        Count++;
        HasStragglers |= known != sequence;
        switch (type)
        {
            case FactNames.ClaimRecorded or FactNames.ClaimCorrected or FactNames.ClaimRetracted:
                var (claim, content) = ClaimFactReader.Read(data);
                _claims.Add((known, type, claim, content?.Outline));
                if (content is not null)
                {
                    _contents[(claim, known)] = new(sequence, type == FactNames.ClaimRecorded ? recordedAt : null, content.Act, content.Texts);
                }

                break;
            case FactNames.SourceRegistered:
                var (source, publication) = Publications.Read(data);
                _publications[source] = publication;
                break;
            case var _ when FactNames.Catalogued.Contains(type):
                _catalogued.Add(new(sequence, known));
                break;
            default:
                throw new NotSupportedException($"No rows are made of {type}: a newer version recorded it.");
        }
    }

    /// <summary>The versions of claims that the stretch adds and ends.</summary>
    /// <param name="publications">Those that are known already; the stretch's are added.</param>
    /// <param name="connection">Asked for the others.</param>
    public async Task<NewVersions> VersionsAsync(KnownPublications publications, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var sources = _claims.Where(claim => claim.Content is not null).Select(claim => claim.Content!.Source);
        await publications.AddAsync(_publications, sources, connection, cancellation);
        var fold = new VersionFold(publications.Of);
        foreach (var (known, type, claim, content) in _claims)
        {
            if (type != FactNames.ClaimRecorded)
            {
                fold.End(known, claim);
            }

            if (content is not null)
            {
                fold.Open(known, claim, content);
            }
        }

        return NewVersions.Of(fold);
    }
}

/// <summary>A fact that the catalogue holds.</summary>
internal readonly record struct Catalogued(long Sequence, long Known);

/// <summary>What the listing has beside a version of a claim.</summary>
/// <param name="Sequence">Of the event that has the content.</param>
/// <param name="FirstAt">When that event was recorded, if it is the claim's first.</param>
/// <param name="Texts">The summary, then each passage.</param>
internal sealed record ListedContent(long Sequence, DateTime? FirstAt, string Act, IReadOnlyList<string> Texts);
