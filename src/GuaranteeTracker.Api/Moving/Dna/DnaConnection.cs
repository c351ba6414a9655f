using System.Globalization;
using System.Runtime.CompilerServices;
using GuaranteeTracker.Api.Replaying;
using Microsoft.Data.Sqlite;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>An open DNA database. Whatever is wrong with the file is a <see cref="UnusableInputException"/>.</summary>
internal sealed class DnaConnection(string path, SqliteConnection connection) : IAsyncDisposable
{
    /// <summary>Hundreds of thousands of articles; what is more was not coded by hand.</summary>
    private const long Largest = 4L * 1024 * 1024 * 1024;

    private static readonly string[] _needed =
        ["SETTINGS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS", "ENTITIES", "DATASHORTTEXT", "DATALONGTEXT", "DATABOOLEAN", "DATAINTEGER"];

    /// <summary>Behind the name of a file, that of another with changes that SQLite has yet to make or undo in it.</summary>
    private static readonly string[] _changes = ["-wal", "-journal"];

    private readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<DnaConnection> OpenAsync(string path, CancellationToken cancellation)
    {
        RefuseUnfinished(path);
        var address = new SqliteConnectionStringBuilder { DataSource = $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var opened = new DnaConnection(path, new SqliteConnection(address.ConnectionString));
        try
        {
            await opened.CheckAsync(cancellation);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public bool Has(string table) => _tables.Contains(table);

    /// <summary>The rows of a query, one at a time.</summary>
    public async IAsyncEnumerable<T> RowsAsync<T>(string sql, Func<SqliteDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await GuardAsync(() => command.ExecuteReaderAsync(cancellation));
        while (await GuardAsync(() => rows.ReadAsync(cancellation)))
        {
            yield return await GuardAsync(() => Task.FromResult(read(rows)));
        }
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<SqliteDataReader, T> read, CancellationToken cancellation)
    {
        var list = new List<T>();
        await foreach (var row in RowsAsync(sql, read, cancellation))
        {
            list.Add(row);
        }

        return list;
    }

    public UnusableInputException Refuse(string because, Exception? inner = null) => new($"{path} {because}", inner!);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static void RefuseUnfinished(string path)
    {
        if (new FileInfo(path).Length > Largest)
        {
            throw new UnusableInputException(string.Create(CultureInfo.InvariantCulture, $"{path} has {new FileInfo(path).Length} bytes; at most {Largest} are read."));
        }

        if (_changes.Select(end => new FileInfo(path + end)).FirstOrDefault(beside => beside is { Exists: true, Length: > 0 }) is { } unfinished)
        {
            throw new UnusableInputException($"{path} is open in DNA, or was not closed: {unfinished.Name} holds changes that are not in it yet. Open it in DNA, close it there, and import it then.");
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        await GuardAsync(async () =>
        {
            await connection.OpenAsync(cancellation);
            return true;
        });
        _tables.UnionWith(await ListAsync("select name from sqlite_schema where type = 'table'", row => row.Word(0), cancellation));
        if (Has("SETTINGS") && await ListAsync("select Value from SETTINGS where Property = 'version'", row => row.Word(0), cancellation) is [var version] && !version.StartsWith("3.", StringComparison.Ordinal))
        {
            throw Refuse($"was made by DNA {version}; version 3 is read. Make a new database with DNA 3, take this one into it there, and import the new one.");
        }

        if (_needed.Where(table => !Has(table)).ToList() is { Count: > 0 } missing)
        {
            throw Refuse($"is no database of DNA 3: it has no table {string.Join(", ", missing)}.");
        }

        if (await ListAsync("pragma quick_check(1)", row => row.Word(0), cancellation) is not ["ok"] and var faults)
        {
            throw Refuse($"is damaged: {Told.Of(faults.FirstOrDefault() ?? "")}. Make a copy that DNA can open, and import that.");
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e)
        {
            throw Refuse($"is damaged, or not as DNA 3 makes it. {e.Message}", e);
        }
    }
}
