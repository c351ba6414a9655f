using Npgsql;
using NpgsqlTypes;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Binary COPY into one table, over a connection of its own.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBinaryImporter _importer;

    private Copy(NpgsqlConnection connection, NpgsqlBinaryImporter importer) => (_connection, _importer) = (connection, importer);

    /// <param name="columns">All that <see cref="Row"/> is followed by, in that order.</param>
    public static async Task<Copy> BeginAsync(NpgsqlDataSource database, string table, string columns, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Bulk.WithoutTriggers, connection); // the references are right by construction
        await command.ExecuteNonQueryAsync(cancellation);
        var importer = await connection.BeginBinaryImportAsync($"copy {table} ({columns}) from stdin (format binary)", cancellation);
        importer.Timeout = TimeSpan.Zero;
        return new(connection, importer);
    }

    public Copy Row()
    {
        _importer.StartRow();
        return this;
    }

    public Copy Add<T>(T value, NpgsqlDbType type)
    {
        _importer.Write(value, type);
        return this;
    }

    public Copy Add(string? text)
    {
        if (text is null)
        {
            _importer.WriteNull();
        }
        else
        {
            _importer.Write(text, NpgsqlDbType.Text);
        }

        return this;
    }

    /// <summary>In PostgreSQL's own counting, which knows the beginning of time from minus infinity.</summary>
    public Copy Add(DateTime moment) => Add((moment.Ticks - _epoch.Ticks) / TimeSpan.TicksPerMicrosecond, NpgsqlDbType.TimestampTz);

    private static readonly DateTime _epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public ValueTask<ulong> CompleteAsync(CancellationToken cancellation) => _importer.CompleteAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _importer.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
