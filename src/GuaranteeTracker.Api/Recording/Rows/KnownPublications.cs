using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Publications kept for the claims to come: most are of sources that were registered shortly before.</summary>
internal sealed class KnownPublications
{
    private const int Most = 1_000_000;

    private readonly Dictionary<Guid, Publication> _publications = [];
    private readonly Dictionary<string, string> _publishers = new(StringComparer.Ordinal); // one string for each

    /// <exception cref="KeyNotFoundException">No source of that id was registered.</exception>
    public Publication Of(Guid source) => _publications[source];

    /// <param name="registered">Seen in the events themselves.</param>
    /// <param name="sources">Of which all have to be known; what is missing is read.</param>
    public async Task AddAsync(
        IReadOnlyDictionary<Guid, Publication> registered, IEnumerable<Guid> sources, NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (_publications.Count > Most)
        {
            _publications.Clear();
        }

        Add(registered);
        var missing = sources.Where(source => !_publications.ContainsKey(source)).ToHashSet();
        Add(await Publications.ReadAsync(connection, missing, cancellation));
    }

    private void Add(IReadOnlyDictionary<Guid, Publication> publications)
    {
        foreach (var (source, publication) in publications)
        {
            if (!_publishers.TryGetValue(publication.Publisher, out var publisher))
            {
                _publishers.Add(publication.Publisher, publisher = publication.Publisher);
            }

            _publications[source] = publication with { Publisher = publisher };
        }
    }
}
