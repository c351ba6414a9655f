using System.Data;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>Appends to streams, and keeps the texts that go with them, in a transaction that somebody else commits.</summary>
internal static class Appends
{
    private const string KeepTexts = $"insert into {Tables.SourceTexts} (sha256, text) select * from unnest($1, $2) on conflict (sha256) do nothing";

    public static async Task SaveAsync(IDocumentStore store, NpgsqlTransaction transaction, IEnumerable<Addition> additions, CancellationToken cancellation)
    {
        List<Addition> all = [.. additions];
        if (all.Count == 0)
        {
            return;
        }

        try
        {
            foreach (var stretch in Stretches(all))
            {
                await AppendAsync(store, transaction, stretch, cancellation);
            }
        }
        catch (InvalidOperationException e) when (transaction.Connection?.State is not ConnectionState.Open)
        {
            // Marten tries a failed command again, on this connection: that second failure hides that it broke.
            throw new NpgsqlException("The connection broke.", e);
        }

        await KeepTextsAsync(transaction, all, cancellation);
    }

    private static async Task AppendAsync(IDocumentStore store, NpgsqlTransaction transaction, List<Addition> stretch, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: false));
        (session.CorrelationId, session.CausationId) = (null, null); // each event has its own
        foreach (var stream in stretch.GroupBy(addition => addition.Stream, StringComparer.Ordinal))
        {
            var (version, events) = (stream.First().Version, stream.SelectMany(addition => addition.Events).ToList());
            if (version == 0)
            {
                session.Events.StartStream(stream.Key, events);
            }
            else
            {
                session.Events.Append(stream.Key, version + events.Count, events);
            }
        }

        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Cut so that numbering each stretch stream by stream keeps the order of all: a claim must not come after the withdrawal of its source that came after it.</summary>
    private static List<List<Addition>> Stretches(List<Addition> all)
    {
        var stretches = new List<List<Addition>>();
        var streams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var addition in all)
        {
            if (stretches.Count == 0 || (!streams.Add(addition.Stream) && stretches[^1][^1].Stream != addition.Stream))
            {
                stretches.Add([]);
                streams = new(StringComparer.Ordinal) { addition.Stream };
            }

            stretches[^1].Add(addition);
        }

        return stretches;
    }

    private static async Task KeepTextsAsync(NpgsqlTransaction transaction, List<Addition> additions, CancellationToken cancellation)
    {
        var texts = additions.Where(addition => addition.Text is not null).Select(addition => addition.Text!).DistinctBy(text => text.Sha256, StringComparer.Ordinal).ToList();
        if (texts.Count > 0)
        {
            await using var command = new NpgsqlCommand(KeepTexts, transaction.Connection, transaction)
            {
                Parameters = { new() { Value = texts.Select(text => text.Sha256).ToArray() }, new() { Value = texts.Select(text => text.Text).ToArray() } },
            };
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
