using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>The pages there are, at the last checkpoint, in files of a size that does not depend on how long the record is.</summary>
internal sealed class SitemapUrls(RecordReader record, NpgsqlDataSource database)
{
    /// <summary>As many addresses as a file may hold (Sitemaps 0.9).</summary>
    public const int MostUrls = 50_000;

    /// <summary>The first event of a source or claim stands for its page, so a stretch of the record has no more pages than numbers.</summary>
    private const string Begun =
        $"""
        select type, stream_id from {Tables.Events}
        where seq_id > $1 and seq_id <= $2 and type in ('{FactNames.SourceRegistered}', '{FactNames.ClaimRecorded}') order by seq_id
        """;

    public Task<KnownRecord> ReadAsync(CancellationToken cancellation) => record.ReadSettledAsync(cancellation);

    /// <summary>The pages that are always there, and those of topics and actors.</summary>
    public static IReadOnlyList<string> Catalogue(KnownRecord at) =>
    [
        "/picture", "/timeline", "/compare", "/network", "/topics", "/actors", "/sources",
        .. at.Catalogue.Topics.AllAt(at.K).Select(topic => topic.State.Id).Order(StringComparer.Ordinal).Select(id => $"/topics/{id}"),
        .. at.Catalogue.Actors.AllAt(at.K).Select(actor => actor.State.Id).Order(StringComparer.Ordinal).Select(id => $"/actors/{id}"),
    ];

    /// <summary>How many stretches of the record there are, each of <see cref="MostUrls"/> sequence numbers.</summary>
    public static long Stretches(KnownRecord at) => (at.K + MostUrls - 1) / MostUrls;

    /// <summary>The pages of sources and claims that were begun in a stretch of the record.</summary>
    /// <param name="stretch">From 0 on.</param>
    public async Task<IReadOnlyList<string>> BegunAsync(KnownRecord at, long stretch, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Begun);
        command.Parameters.Add(new() { Value = stretch * MostUrls });
        command.Parameters.Add(new() { Value = Math.Min(at.K, (stretch + 1) * MostUrls) });
        var urls = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetString(1).Split(':')[1];
            urls.Add(reader.GetString(0) == FactNames.ClaimRecorded ? $"/claims/{id}" : $"/sources/{id}");
        }

        return urls;
    }
}
