using System.Diagnostics;
using System.Net.Sockets;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class ManyLiveReaders(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task They_share_each_look_for_a_checkpoint_and_without_them_there_is_none()
    {
        await tracker.RecordTopicsAsync(1);
        var last = await tracker.SettleAsync();
        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tracker.Admin.FollowAsync(lastEventId: $"{last}")));
        using var looks = new Queries(tracker, $"{Tables.Checkpoints} order by sequence desc");

        await Eventually.TrueAsync(() => Task.FromResult(looks.Count > 5), "somebody has to look");
        var (before, began) = (looks.Count, Stopwatch.GetTimestamp());
        await Eventually.StaysTrueAsync(() => Task.FromResult(true), "", TimeSpan.FromSeconds(2));
        (looks.Count - before).Should().BeInRange(1, (int)(Stopwatch.GetElapsedTime(began) / TimeSpan.FromMilliseconds(100)) + 1, "one looks for all");

        Array.ForEach(readers, reader => reader.Dispose());
        await Eventually.TrueAsync(
            async () =>
            {
                var count = looks.Count;
                await Eventually.StaysTrueAsync(() => Task.FromResult(true), "", TimeSpan.FromSeconds(1));
                return looks.Count == count;
            },
            "nobody listens any more");
    }

    [Fact]
    public async Task Slow_ones_keep_neither_a_connection_to_the_database_nor_the_service_from_stopping()
    {
        await tracker.RecordTopicsAsync(1);
        var start = await tracker.SettleAsync();
        await RecordLargeTopicsAsync(100);
        await tracker.SettleAsync();
        using var reads = new Queries(tracker, "seq_id > $1");
        using var handler = new SocketsHttpHandler { ConnectCallback = ConnectAsync };
        using var slow = new HttpClient(handler) { BaseAddress = tracker.Admin.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", Tracker.AdminKey) } };

        var live = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => slow.FollowAsync(lastEventId: $"{start}")));
        var pages = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => slow.GetAsync($"{Log.Path}?after={start}", HttpCompletionOption.ResponseHeadersRead)));

        await Eventually.TrueAsync(async () => await ReadingAsync() == 0, "all are read for, and none has read");
        await Eventually.StaysTrueAsync(() => Task.FromResult(reads.Count < 30 * 8), "they are too slow for the ten reads that each would take", TimeSpan.FromSeconds(2));
        (await tracker.Public.GetAsync("/api/topics")).EnsureSuccessStatusCode();
        Array.ForEach(pages, reader => reader.Dispose());

        var began = Stopwatch.GetTimestamp();
        await tracker.RestartAsync();
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(8), "they do not keep the service from stopping either");
        Array.ForEach(live, reader => reader.Dispose());
    }

    [Fact]
    public async Task A_page_ends_before_it_grows_too_large_and_the_next_goes_on()
    {
        await tracker.RecordTopicsAsync(1);
        var start = await tracker.SettleAsync();
        await RecordLargeTopicsAsync(30);
        await tracker.SettleAsync();

        var first = await tracker.PageAsync($"{Log.Path}?after={start}");
        first.Events.Count.Should().BeInRange(5, 15);
        var walked = first.Sequences.ToList();
        for (var page = first; page.Next is not null; walked.AddRange(page.Sequences))
        {
            page = await tracker.PageAsync(page.Next);
        }

        walked.Should().Equal((await tracker.StoredSequencesAsync()).Where(sequence => sequence > start));
        (await tracker.Admin.TakeAsync(30, lastEventId: $"{start}")).Select(item => item.Sequence()).Should().Equal(walked.Take(30));
    }

    /// <summary>Of 100 KB each, which is more than HTTP takes.</summary>
    private Task<bool> RecordLargeTopicsAsync(int count) => tracker.QueryAsync<bool>(
        $$"""
        with large as (select 'large-' || gen_random_uuid() as topic from generate_series(1, {{count}})),
          streams as (insert into {{EventStore.Schema}}.mt_streams (id, version, tenant_id) select 'topic:' || topic, 1, '*DEFAULT*' from large),
          events as (
            insert into {{Tables.Events}} (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id)
            select nextval('{{EventStore.Schema}}.mt_events_sequence'), gen_random_uuid(), 'topic:' || topic, 1,
              jsonb_build_object('topic', topic, 'content', jsonb_build_object('title', 'Large', 'proposition', repeat('x', 100000))),
              'topic-registered', 'GuaranteeTracker.Domain.Topics.TopicRegistered, GuaranteeTracker.Domain', now(), '*DEFAULT*'
            from large)
        select true
        """);

    /// <summary>Connections of the service that are in the middle of reading the log.</summary>
    private async Task<long> ReadingAsync()
    {
        await using var connection = new NpgsqlConnection(tracker.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query like '%seq_id > $1%'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A reader whose system takes in very little ahead of it.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
