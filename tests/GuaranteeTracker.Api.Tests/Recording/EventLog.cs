using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Recording;

/// <summary>One stored event, as the database has it.</summary>
internal sealed record StoredEvent(Guid Id, string Stream, long Version, string Type, string Data, string? RecordedBy, string? Correlation, string? Causation);

/// <summary>What is stored: read from the database, past the service and its connections.</summary>
internal static class EventLog
{
    private const string Facts = $"from {Tables.Events} where type <> 'tombstone'";

    public static Task<long> CountEventsAsync(this Tracker tracker) => tracker.QueryAsync<long>($"select count(*) {Facts}");

    /// <summary>The names of a stream's events, oldest first.</summary>
    public static async Task<string[]> EventTypesAsync(this Tracker tracker, string stream) => [.. (await tracker.EventsAsync(stream)).Select(e => e.Type)];

    /// <summary>A stream's events, oldest first; those of all streams where none is named.</summary>
    public static async Task<IReadOnlyList<StoredEvent>> EventsAsync(this Tracker tracker, string? stream = null)
    {
        await using var connection = new NpgsqlConnection(tracker.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            select id, stream_id, version, type, data::text, headers ->> 'recordedBy', correlation_id, causation_id
            {Facts} and ($1::text is null or stream_id = $1) order by stream_id, version
            """,
            connection);
        command.Parameters.Add(new() { Value = (object?)stream ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync())
        {
            events.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), Text(5), Text(6), Text(7)));
        }

        return events;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
