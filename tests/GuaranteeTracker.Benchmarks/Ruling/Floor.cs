using System.Data;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Claims;
using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>The floor: a table that already holds the current picture, 200 rows a topic, scanned by a prepared statement over one open connection.</summary>
internal sealed class Floor : IDisposable
{
    private const string
        Make =
            """
            create temporary table current_picture (
              topic text not null, actor text not null, stance smallint not null, since date not null, claim uuid not null, flags smallint not null,
              primary key (topic, actor))
            """,
        Fill =
            $"""
            insert into current_picture
            select 'topic-' || lpad(topic::text, 3, '0'), 'actor-' || lpad(actor::text, 3, '0'), (topic + actor) % 6 - 2, date '2025-01-01' + actor, gen_random_uuid(), actor % 16
            from generate_series(1, 300) topic, generate_series(1, 200) actor
            """,
        Tidy = "vacuum analyze current_picture",
        Scan = "select actor, stance, since, claim, flags from current_picture where topic = $1";

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _scan;
    private readonly NpgsqlParameter<string> _topic = new() { NpgsqlDbType = NpgsqlDbType.Text };

    private Floor(NpgsqlConnection connection) => (_connection, _scan) = (connection, new(Scan, connection) { Parameters = { _topic } });

    public static async Task<Floor> OpenAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        foreach (var sql in new[] { Make, Fill, Tidy })
        {
            await Bulk.ExecuteAsync(connection, sql, cancellation);
        }

        var floor = new Floor(connection);
        await floor._scan.PrepareAsync(cancellation);
        return floor;
    }

    public IReadOnlyList<Row> Read(Question question)
    {
        _topic.TypedValue = World.Topic(question.Topic);
        using var reader = _scan.ExecuteReader(CommandBehavior.SingleResult);
        var rows = new List<Row>(World.Actors);
        while (reader.Read())
        {
            rows.Add(new(reader.GetString(0), (Stance)reader.GetInt16(1), reader.GetFieldValue<DateOnly>(2), reader.GetGuid(3), reader.GetInt16(4)));
        }

        return rows;
    }

    public void Dispose()
    {
        _scan.Dispose();
        _connection.Dispose();
    }

    public sealed record Row(string Actor, Stance Stance, DateOnly Since, Guid Claim, short Flags);
}
