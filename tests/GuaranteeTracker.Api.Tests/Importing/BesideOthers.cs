using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Ledger;
using GuaranteeTracker.Api.Tests.Moving;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>Imports in bulk while others record, and many imports at once.</summary>
public sealed class BesideOthers(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";
    private const string Unleaved = $"select count(*) from {Tables.Events} e left join {Tables.Leaves} l on l.sequence = e.seq_id where l.sequence is null and e.type <> 'tombstone'";

    [Fact]
    public async Task No_checkpoint_passes_an_event_that_is_still_to_come()
    {
        var subject = await Subject.RecordAsync(tracker);
        using var done = new CancellationTokenSource();
        var pinned = new Dictionary<string, string>(StringComparer.Ordinal);
        var writing = Enumerable.Range(0, 6).Select(_ => WriteAsync(subject, done.Token)).ToList();
        var pinning = PinAsync(subject, pinned, done.Token);

        foreach (var _ in Enumerable.Range(0, 12))
        {
            (await tracker.ImportAsync(Lines.Claims(subject.Source, 700, subject.Topic))).Told.Should().BeEmpty();
        }

        await done.CancelAsync();
        await Task.WhenAll([.. writing, pinning]);
        await tracker.SettleAsync();

        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Stragglers}")).Should().Be(0);
        (await tracker.QueryAsync<long>(Unleaved)).Should().Be(0);
        (await tracker.LeavesAsync()).Select(leaf => (leaf.Sequence, leaf.Hash)).ToHashSet().SetEquals(await tracker.StoredHashesAsync()).Should().BeTrue("each event has one leaf");
        pinned.Should().NotBeEmpty();
        foreach (var (address, answer) in pinned)
        {
            (await tracker.Public.GetStringAsync(address)).Should().Be(answer, address);
        }
    }

    [Fact]
    public async Task Claims_in_bulk_wait_until_who_took_a_number_before_them_has_committed()
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var connection = new NpgsqlConnection(tracker.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Appending.ShareAsync(transaction, default);
        await tracker.RegisterTopicAsync(transaction);

        var importing = Task.Run(() => tracker.ImportAsync(Lines.Claims(source, 200)));
        await Eventually.TrueAsync(async () => importing.IsCompleted || await tracker.QueryAsync<long>(Waiting) > 0, "the import comes to the lock");
        importing.IsCompleted.Should().BeFalse("its numbers would be passed by the checkpoint that the bulk path lets through");
        await transaction.CommitAsync();

        (await importing).Told.Should().BeEmpty();
        await tracker.SettleAsync();
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Stragglers}")).Should().Be(0);
        (await tracker.QueryAsync<long>(Unleaved)).Should().Be(0);
    }

    [Fact]
    public async Task Forty_that_send_the_same_claims_at_once_record_each_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        var topic = $"t{Guid.NewGuid():N}";
        string[] lines = [.. Lines.Claims(source, 500, topic), Lines.Topic(topic)];

        var imports = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => tracker.ImportAsync(lines))));

        imports.Should().OnlyContain(import => import.Told.Count == 0);
        imports.Sum(import => import.Report.Recorded).Should().Be(501);
        imports.Sum(import => import.Report.Repeated).Should().Be(39 * 501);
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Events} where data #>> '{{content,topic}}' = '{topic}'")).Should().Be(500);
    }

    private static async Task WriteAsync(Subject subject, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await subject.RecordClaimAsync();
        }
    }

    private async Task PinAsync(Subject subject, Dictionary<string, string> pinned, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            var address = $"/api/picture?topic={subject.Topic}&asOf=2025-08-20&knownAt=seq:{await tracker.CoveredAsync()}";
            pinned[address] = await tracker.Public.GetStringAsync(address, CancellationToken.None);
        }
    }
}
