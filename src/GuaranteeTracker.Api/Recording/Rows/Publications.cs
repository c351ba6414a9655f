using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Who published the sources that claims were found in.</summary>
internal static class Publications
{
    private const string Registered =
        $"select data from {Tables.Events} where stream_id = any($1) and version = 1 and type = '{FactNames.SourceRegistered}'";

    /// <exception cref="JsonException">It is not what <c>source-registered</c> is stored as.</exception>
    public static (Guid Source, Publication Publication) Read(ReadOnlySpan<byte> data)
    {
        var json = new Utf8JsonReader(data);
        (Guid? source, string? publisher, string? published) = (null, null, null);
        json.Read();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("source"u8)) { json.Read(); source = json.GetGuid(); }
            else if (json.ValueTextEquals("publisher"u8)) { publisher = json.NextText(); }
            else if (json.ValueTextEquals("published"u8)) { published = json.NextText(); }
            else { json.Skip(); }
        }

        return source is null || publisher is null || published is null
            ? throw new JsonException("A source is stored without its id, publisher or publication date.")
            : (source.Value, new(publisher, DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>Of these sources, as their own streams have it.</summary>
    public static async Task<Dictionary<Guid, Publication>> ReadAsync(NpgsqlConnection connection, IEnumerable<Guid> sources, CancellationToken cancellation)
    {
        var publications = new Dictionary<Guid, Publication>();
        var streams = sources.Select(Streams.Source).ToArray();
        if (streams.Length == 0)
        {
            return publications;
        }

        await using var command = new NpgsqlCommand(Registered, connection);
        command.Parameters.Add(new() { Value = streams });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (source, publication) = Read(reader.GetFieldValue<byte[]>(0));
            publications.Add(source, publication);
        }

        return publications;
    }
}
