using System.Globalization;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Npgsql;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>An event and its leaf.</summary>
/// <param name="Index">Null while no checkpoint covers it; so is the hash.</param>
internal sealed record LeafPlace(Guid Id, long Sequence, long? Index, byte[]? Hash);

/// <summary>Finds the leaves of events.</summary>
internal sealed class LeafPlaces(NpgsqlDataSource database, CheckpointWatch watch)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private const string
        From = $"select e.id, e.seq_id, l.index, l.hash from {Tables.Events} e left join {Tables.Leaves} l on l.sequence = e.seq_id where e.type <> '{FactNames.Tombstone}' and ",
        ById = $"{From}e.id = $1",
        BySequence = $"{From}e.seq_id = $1";

    /// <summary>Where no checkpoint covers the event yet one is waited for, as K is.</summary>
    /// <param name="key">An event's id or sequence number.</param>
    /// <returns>Null where there is no such event.</returns>
    public async Task<LeafPlace?> FindAsync(object key, CancellationToken cancellation)
    {
        var place = await ReadAsync(key, cancellation);
        if (place is not { Index: null })
        {
            return place;
        }

        try
        {
            await watch.BeyondAsync(place.Sequence - 1, cancellation).WaitAsync(_patience, cancellation);
        }
        catch (TimeoutException)
        {
            return place;
        }

        return await ReadAsync(key, cancellation);
    }

    /// <param name="text">A UUID, or a number without sign.</param>
    /// <returns>Null for anything else.</returns>
    public static object? ReadKey(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? id : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    private async Task<LeafPlace?> ReadAsync(object key, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(key is Guid ? ById : BySequence);
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return !await reader.ReadAsync(cancellation) ? null
            : reader.IsDBNull(2) ? new(reader.GetGuid(0), reader.GetInt64(1), null, null)
            : new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
    }
}
