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

        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: false));
        (session.CorrelationId, session.CausationId) = (null, null); // each event has its own
        foreach (var stream in all.GroupBy(addition => addition.Stream, StringComparer.Ordinal))
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
        await KeepTextsAsync(transaction, all, cancellation);
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
