using GuaranteeTracker.Ledger;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>Every table that a generated record fills, each over a connection of its own, so that PostgreSQL takes them at once.</summary>
internal sealed class Rows : IAsyncDisposable
{
    private readonly Frontier _frontier = Frontier.Empty();
    private readonly Dictionary<Table, Copy> _copies = [];

    private Rows() { }

    /// <summary>Claims whose version ended after the page that added it, with when it did.</summary>
    public Dictionary<Guid, long> Ended { get; } = [];

    public static async Task<Rows> BeginAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = new Rows();
        foreach (var table in Table.All)
        {
            rows._copies.Add(table, await Copy.BeginAsync(database, table, cancellation));
        }

        return rows;
    }

    /// <summary>Pages come in the order of the record.</summary>
    public async Task AddAsync(Page page, CancellationToken cancellation)
    {
        foreach (var e in page.Events)
        {
            _frontier.Append(e.LeafHash);
        }

        var last = page.Events[^1].Recorded;
        page.Rows.Row(Table.Checkpoints).Add(_frontier.Size).Add(last.Sequence).Add(last.At).Add(_frontier.Root()).Add(_frontier.Write());
        foreach (var (claim, sequence) in page.Ended)
        {
            Ended.Add(claim, sequence); // at most one correction or retraction a claim
        }

        await Task.WhenAll(_copies.Select(copy => copy.Value.WriteAsync(page.Rows.Buffers[copy.Key], cancellation).AsTask()));
    }

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        foreach (var copy in _copies.Values)
        {
            await copy.CompleteAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies.Values)
        {
            await copy.DisposeAsync();
        }
    }
}
