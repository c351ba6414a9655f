using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Reads with several statements in one round trip. Each connection prepares them once: they are the same again and again.</summary>
internal sealed class BatchReading
{
    private readonly List<(string Sql, List<object> Arguments, Func<NpgsqlDataReader, Task> Read)> _statements = [];

    /// <param name="read">Reads what the statement gives.</param>
    public void Add(string sql, List<object> arguments, Func<NpgsqlDataReader, Task> read) => _statements.Add((sql, arguments, read));

    public void AddIf(bool isNeeded, string sql, List<object> arguments, Func<NpgsqlDataReader, Task> read)
    {
        if (isNeeded)
        {
            Add(sql, arguments, read);
        }
    }

    public async Task RunAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var (sql, arguments, _) in _statements)
        {
            batch.Add(sql, arguments);
        }

        await batch.PrepareAsync(cancellation);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (_, _, read) in _statements)
        {
            await read(reader);
            await reader.NextResultAsync(cancellation);
        }
    }
}
