using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Sources;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>Reads what is known of sources beside their texts; that never changes.</summary>
internal sealed class SourceHeads(NpgsqlDataSource database)
{
    private const string Read = $"select type, data::text from {Tables.Events} where stream_id = any($1) and type = '{FactNames.SourceRegistered}'";

    /// <param name="sources">Each is on record.</param>
    public async Task<IReadOnlyDictionary<Guid, SourceRegistered>> ReadAsync(IEnumerable<Guid> sources, CancellationToken cancellation)
    {
        var streams = sources.Distinct().Select(Streams.Source).ToArray();
        var heads = new Dictionary<Guid, SourceRegistered>(streams.Length);
        if (streams.Length > 0)
        {
            await using var command = database.CreateCommand(Read);
            command.Parameters.Add(new() { Value = streams });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var head = (SourceRegistered)StoredFacts.Read(reader.GetString(0), reader.GetString(1));
                heads.Add(head.Source, head);
            }
        }

        return heads;
    }
}
