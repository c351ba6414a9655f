using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Benchmarks.Generating;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>The least that PostgreSQL could be asked to keep of a claim: an id, the name of its stream, and the event's JSON.</summary>
internal static class FloorTable
{
    public const string Name = "floor.rows", Columns = "id, stream, data";

    private const string Make = $"create schema if not exists floor; drop table if exists {Name}; create table {Name} (id uuid primary key, stream text not null, data jsonb not null)";

    public static async Task MakeAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Bulk.ExecuteAsync(connection, Make, cancellation);
    }

    public static async Task DropAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Bulk.ExecuteAsync(connection, $"drop table {Name}", cancellation);
    }

    /// <summary>The JSON that the service stores of these articles' claims.</summary>
    public static string[] Payload(IEnumerable<Article> articles) =>
        [.. articles.SelectMany(article => article.Claims).Select(claim => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(claim, Json.Stored)))];

    public static string Stream(Guid id) => Streams.Claim(id);
}
