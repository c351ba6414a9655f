using Npgsql;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Binary COPY into one table, over a connection of its own. Left before its end it changes nothing.</summary>
internal sealed class Copy : IAsyncDisposable
{
    private static readonly byte[]
        _head = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0], // signature, flags, no extension
        _end = [0xff, 0xff];

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlRawCopyStream _stream;
    private bool _isComplete;

    private Copy(NpgsqlConnection connection, NpgsqlRawCopyStream stream) => (_connection, _stream) = (connection, stream);

    public static async Task<Copy> BeginAsync(NpgsqlDataSource database, Table table, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        await Bulk.ExecuteAsync(connection, Bulk.WithoutTriggers, cancellation); // the references are right by construction
        var stream = await connection.BeginRawBinaryCopyAsync($"copy {table.Name} ({table.Columns}) from stdin (format binary)", cancellation);
        await stream.WriteAsync(_head, cancellation);
        return new(connection, stream);
    }

    public ValueTask WriteAsync(RowBuffer rows, CancellationToken cancellation) => _stream.WriteAsync(rows.Written, cancellation);

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_end, cancellation);
        await _stream.DisposeAsync();
        _isComplete = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isComplete)
        {
            await _stream.CancelAsync();
        }

        await _connection.DisposeAsync();
    }
}
