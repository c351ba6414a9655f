using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Tells a history, encodes it on all cores, and copies it in order.</summary>
internal sealed class Generator(Encoder encoder, Scale scale)
{
    /// <summary>Pages on their way: enough to keep everybody busy.</summary>
    private const int UnderWay = 8;

    private readonly HashSet<string> _checked = [];
    private readonly ConcurrentBag<PageRows> _spare = [];

    public long Events { get; private set; }

    public long Claims { get; private set; }

    /// <summary>How much of the time went into copying; the rest sorted indexes.</summary>
    public TimeSpan Copying { get; private set; }

    /// <param name="progress">Told the number of claims so far.</param>
    public async Task RunAsync(NpgsqlDataSource database, Action<long> progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var bulk = await Bulk.PrepareAsync(connection, Table.Large, cancellation);
        try
        {
            var start = Stopwatch.GetTimestamp();
            await using var rows = await Rows.BeginAsync(database, cancellation);
            await FillAsync(rows, progress, cancellation);
            Copying = Stopwatch.GetElapsedTime(start);
            await Finishing.EndAsync(connection, rows.Ended, cancellation);
        }
        finally
        {
            await bulk.RestoreAsync(connection, CancellationToken.None); // also on what was left empty
        }

        await Finishing.ListAsync(connection, cancellation);
        await Finishing.HandOverAsync(connection, Events, cancellation);
    }

    private async Task FillAsync(Rows rows, Action<long> progress, CancellationToken cancellation)
    {
        var pages = Channel.CreateBounded<Task<Page>>(UnderWay);
        var telling = Task.Run(() => TellAsync(pages.Writer, cancellation), cancellation);
        await foreach (var page in pages.Reader.ReadAllAsync(cancellation))
        {
            await AddAsync(rows, await page, cancellation);
            progress(Claims);
        }

        await telling;
        await rows.CompleteAsync(cancellation);
    }

    private async Task TellAsync(ChannelWriter<Task<Page>> pages, CancellationToken cancellation)
    {
        try
        {
            foreach (var events in new History(scale).Tell().Chunk(Page.Largest))
            {
                await pages.WriteAsync(Task.Run(() => Page.Of(encoder, _spare.TryTake(out var rows) ? rows : new(), events), cancellation), cancellation);
            }

            pages.Complete();
        }
        catch (Exception e)
        {
            pages.Complete(e);
            throw;
        }
    }

    private async Task AddAsync(Rows rows, Page page, CancellationToken cancellation)
    {
        foreach (var e in page.Events.Where(e => _checked.Add(e.Type)))
        {
            encoder.Check(e);
        }

        await rows.AddAsync(page, cancellation);
        _spare.Add(page.Rows.Clear());
        Events += page.Events.Count;
        Claims += page.Events.Count(e => e.Recorded.Fact is Domain.Claims.ClaimRecorded);
    }
}
