using System.Diagnostics;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class FollowingTheLog(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task An_event_says_its_sequence_its_type_and_the_line_of_the_page()
    {
        await tracker.RecordTopicsAsync(1);
        var after = await tracker.SettleAsync() - 1;

        var item = (await tracker.Admin.TakeAsync(1, $"{Log.Path}?after={after}")).Single();

        item.EventId.Should().Be($"{after + 1}");
        item.EventType.Should().Be("topic-registered");
        (item.Data + "\n").Should().Be(await tracker.Admin.GetStringAsync($"{Log.Path}?after={after}"));
    }

    [Fact]
    public async Task Whoever_comes_again_is_told_what_was_recorded_meanwhile_once_each_and_in_order()
    {
        await tracker.RecordTopicsAsync(3);
        var start = await tracker.SettleAsync() - 3;
        var seen = await tracker.Admin.TakeAsync(2, $"{Log.Path}?after={start}");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tracker.RecordTopicsAsync(5)));

        var rest = tracker.Admin.TakeAsync(61, $"{Log.Path}?after=0", seen[^1].EventId); // Last-Event-ID wins over after
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tracker.RecordTopicsAsync(5)));

        seen.Concat(await rest).Select(item => item.Sequence()).Should().Equal((await tracker.StoredSequencesAsync()).Where(sequence => sequence > start));
    }

    [Fact]
    public async Task What_is_recorded_arrives_within_a_moment_and_tombstones_do_not()
    {
        await tracker.RecordTopicsAsync(1);
        var start = await tracker.SettleAsync();
        var following = tracker.Admin.TakeAsync(2, lastEventId: $"{start}");
        await tracker.RecordTopicsAsync(1);
        await tracker.LeaveTombstoneAsync();
        await Eventually.TrueAsync(async () => await tracker.CoveredAsync() == start + 2, "a tombstone fills its number");
        var began = Stopwatch.GetTimestamp();
        await tracker.RecordTopicsAsync(1);

        (await following).Select(item => item.Sequence()).Should().Equal(start + 1, start + 3);
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_comment_comes_at_once_and_again_and_again_while_nothing_happens()
    {
        await tracker.RecordTopicsAsync(1);
        using var response = await tracker.Admin.FollowAsync(lastEventId: $"{await tracker.SettleAsync()}");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        for (var i = 0; i < 2; i++)
        {
            (await lines.ReadLineAsync(patience.Token)).Should().Be(":");
            (await lines.ReadLineAsync(patience.Token)).Should().BeEmpty();
        }

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("X-Accel-Buffering").Should().Equal("no");
    }

    [Fact]
    public async Task Sixteen_writers_neither_lose_nor_double_nor_disorder_an_event()
    {
        const int writers = 16, each = 15;
        await tracker.RecordTopicsAsync(1);
        var start = await tracker.SettleAsync();

        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => tracker.RecordTopicsAsync(each)));
        var live = Enumerable.Range(0, 4).Select(_ => tracker.Admin.TakeAsync(writers * each, lastEventId: $"{start}")).ToList();
        var walked = await WalkAsync(start, writers * each);
        await writing;

        var stored = (await tracker.StoredSequencesAsync()).Where(sequence => sequence > start).ToList();
        stored.Should().HaveCount(writers * each);
        walked.Should().Equal(stored);
        foreach (var reader in await Task.WhenAll(live))
        {
            reader.Select(item => item.Sequence()).Should().Equal(stored);
            reader.Select(item => JsonNode.Parse(item.Data)!["sequence"]!.GetValue<long>()).Should().Equal(stored);
        }
    }

    /// <summary>From page to page, and on from the last event at the end, until there are enough.</summary>
    private async Task<List<long>> WalkAsync(long start, int count)
    {
        var (walked, address) = (new List<long>(), $"{Log.Path}?after={start}&limit=10");
        await Eventually.TrueAsync(
            async () =>
            {
                var page = await tracker.PageAsync(address);
                page.Sequences.Where(sequence => sequence > page.Known).Should().BeEmpty("nothing shows beyond the checkpoint");
                walked.AddRange(page.Sequences);
                address = page.Next ?? $"{Log.Path}?after={(walked.Count == 0 ? start : walked[^1])}&limit=10";
                return walked.Count >= count;
            },
            "every event is covered some time");
        (await tracker.CheckpointsAsync()).Select(checkpoint => checkpoint.Sequence).Should().Contain((await tracker.PageAsync(address)).Known);
        return walked;
    }
}
