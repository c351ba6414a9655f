using System.Data;
using System.Diagnostics;
using System.Threading.Channels;
using GuaranteeTracker.Api.Recording.Rows;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rebuilding;

/// <summary>
/// Makes all rows anew from the events, beside those that serve, and puts them in their place in one transaction,
/// in which no checkpoint is made. Before that it can be killed at any time and changes nothing.
/// </summary>
internal sealed class Rebuild(NpgsqlDataSource database)
{
    /// <summary>So few events are left for the last transaction.</summary>
    private const long FewEnough = 5_000;

    private const string
        TryAlone = "select pg_try_advisory_lock(hashtext('guaranteetracker.rebuild'))",
        Covered = $"select coalesce(max(sequence), 0) from {Tables.Checkpoints}";

    private readonly NewTable
        _versions = new(LedgerTables.MakeClaimVersions(), LedgerTables.MakeClaimVersions(Tables.ClaimVersions + "_new")),
        _catalogue = new(LedgerTables.MakeCatalogue(), LedgerTables.MakeCatalogue(Tables.Catalogue + "_new")),
        _listing = new(ListingTable.Make(), ListingTable.Make(Tables.ClaimListing + "_new"));

    private long _events;

    /// <param name="progress">Told the share of the events that is done, from 0 to 1.</param>
    /// <exception cref="RebuildException">Another one runs.</exception>
    public async Task<RebuildReport> RunAsync(Action<double> progress, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await using var writer = await database.OpenConnectionAsync(cancellation);
        await using var reader = await database.OpenConnectionAsync(cancellation);
        if (!await writer.QueryAsync<bool>(TryAlone, cancellation)) // until the connection ends, also when this process is killed
        {
            throw new RebuildException("Another rebuild runs on this database. Wait for its end.");
        }

        try
        {
            await writer.ExecuteAsync($"{_versions.Make}; {_catalogue.Make}; {_listing.Make}", cancellation);
            var rows = new NewRows(writer, _versions, _listing, _catalogue);
            var done = await writer.QueryAsync<long>(Covered, cancellation);
            await LoadAsync(reader, rows, 0, done, progress, cancellation);
            await writer.ExecuteAsync($"{_versions.Complete};\n{_catalogue.Complete}", cancellation);
            await rows.ListAsync(cancellation);
            await writer.ExecuteAsync(_listing.Complete, cancellation);
            for (long covered; (covered = await writer.QueryAsync<long>(Covered, cancellation)) - done > FewEnough; done = covered)
            {
                await LoadAsync(reader, rows, done, covered, progress, cancellation);
                await rows.ListAsync(cancellation);
            }

            var differences = await FinishAsync(writer, reader, rows, done, cancellation);
            return new(_events, rows.Versions, Stopwatch.GetElapsedTime(began).TotalSeconds, differences);
        }
        finally
        {
            if (writer.State == ConnectionState.Open)
            {
                await writer.ExecuteAsync($"{_versions.Drop}; {_catalogue.Drop}; {_listing.Drop}; select pg_advisory_unlock_all()", CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<Difference>> FinishAsync(NpgsqlConnection writer, NpgsqlConnection reader, NewRows rows, long done, CancellationToken cancellation)
    {
        await using var transaction = await writer.BeginTransactionAsync(cancellation);
        await writer.ExecuteAsync($"set local idle_in_transaction_session_timeout = 0; select {RowStatements.OneAtATime}", cancellation);
        await LoadAsync(reader, rows, done, await writer.QueryAsync<long>(Covered, cancellation), _ => { }, cancellation);
        await rows.ListAsync(cancellation);
        var differences = new List<Difference>();
        foreach (var table in new[] { _versions, _catalogue, _listing })
        {
            differences.Add(await table.CompareAsync(writer, cancellation));
        }

        await writer.ExecuteAsync($"{_versions.Swap};\n{_catalogue.Swap};\n{_listing.Swap}", cancellation);
        await transaction.CommitAsync(cancellation);
        return [.. differences.Where(difference => difference.Rows > 0)];
    }

    /// <summary>Reads and parses while the database writes.</summary>
    private async Task LoadAsync(NpgsqlConnection reader, NewRows rows, long after, long upTo, Action<double> progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var folds = Channel.CreateBounded<RowFold>(2);
        var reading = Task.Run(() => ReadAsync(reader, after, upTo, folds.Writer, stop.Token), cancellation);
        try
        {
            await foreach (var fold in folds.Reader.ReadAllAsync(cancellation))
            {
                await rows.AddAsync(fold, cancellation);
                _events += fold.Count;
                progress(upTo == 0 ? 1 : (double)_events / upTo);
            }

            await rows.EndAsync(cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(NpgsqlConnection connection, long after, long upTo, ChannelWriter<RowFold> folds, CancellationToken cancellation)
    {
        try
        {
            await foreach (var fold in new KnownEvents(connection).ReadAsync(after, upTo, cancellation))
            {
                await folds.WriteAsync(fold, cancellation);
            }

            folds.Complete();
        }
        catch (Exception e)
        {
            folds.Complete(e); // told where they are read
        }
    }
}

/// <summary>What a rebuild did.</summary>
/// <param name="Events">How many it read.</param>
/// <param name="Versions">How many versions of claims it wrote.</param>
/// <param name="Differences">Of the tables that were not as the events say.</param>
internal sealed record RebuildReport(long Events, long Versions, double Seconds, IReadOnlyList<Difference> Differences);

/// <summary>A rebuild that cannot be; the message says why.</summary>
internal sealed class RebuildException(string message) : Exception(message);
