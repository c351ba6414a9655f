using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>Only other nodes can come between what is decided and its storing.</summary>
public sealed class OtherNodes(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task After_a_conflict_all_decide_again_and_whom_it_was_not_about_is_recorded_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        var (same, other) = (Guid.NewGuid(), Guid.NewGuid());
        var (here, there) = (Together.Ids(20), Together.Ids(20));
        var saver = tracker.Services.GetRequiredService<Saver>();
        var (ours, theirs) = (Entries(here, "open"), Entries(there, "supports"));

        Task saving;
        await using (await tracker.HoldAsync($"begin; lock table {Api.EventStore.Schema}.mt_streams in share row exclusive mode")) // so that both have decided before either stores
        {
            saving = Task.WhenAll(saver.SaveAsync(ours, CancellationToken.None), saver.SaveAsync(theirs, CancellationToken.None));
            await tracker.BlockedAsync(2);
        }

        await saving;

        (await StatusesAsync(ours, here.Count)).Should().AllBeEquivalentTo(201);
        (await StatusesAsync(theirs, there.Count)).Should().AllBeEquivalentTo(201);
        (await OutcomesAsync(same)).Should().BeEquivalentTo([201, 200]);
        (await OutcomesAsync(other)).Should().BeEquivalentTo([201, 409]);
        var counts = await tracker.CountsAsync();
        here.Concat(there).Append(same).Append(other).Select(id => counts[$"claim:{id}"]).Should().AllBeEquivalentTo(1);

        List<SingleEntry> Entries(IEnumerable<Guid> ids, string stance) =>
            [.. ids.Select(id => Entry(id)), Entry(same), Entry(other, stance)];

        SingleEntry Entry(Guid id, string stance = "open") => new(Together.Request(Samples.Claim(source, id, stance)), Together.Context());

        async Task<int[]> OutcomesAsync(Guid id) => id == same
            ? [.. await StatusesAsync(ours[20..21], 1), .. await StatusesAsync(theirs[20..21], 1)]
            : [.. await StatusesAsync(ours[21..], 1), .. await StatusesAsync(theirs[21..], 1)];
    }

    [Fact]
    public async Task Two_nodes_that_record_the_same_claims_record_each_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var node = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:Daemon=Disabled");
        var ids = Together.Ids(100);

        var outcomes = await Together.AtOnceAsync(400, i => (i % 2 == 0 ? tracker.Admin : node.Admin).PostAsync("/api/claims", Samples.Claim(source, ids[i / 4])).OutcomeAsync());

        outcomes.Select(outcome => outcome.Status).Should().OnlyContain(status => status == 200 || status == 201);
        outcomes.Chunk(4).Should().OnlyContain(four => four.Count(outcome => outcome.Status == 201) == 1);
        var counts = await tracker.CountsAsync();
        ids.Select(id => counts[$"claim:{id}"]).Should().AllBeEquivalentTo(1);
    }

    private static async Task<List<int>> StatusesAsync(IEnumerable<SingleEntry> entries, int count)
    {
        var statuses = new List<int>();
        foreach (var entry in entries.Take(count))
        {
            var outcome = await entry.WaitAsync(TimeSpan.FromSeconds(15), CancellationToken.None);
            statuses.Add(outcome is Outcome.Recorded recorded ? recorded.Answer.Status : ((Outcome.Refused)outcome).Problem.Status);
        }

        return statuses;
    }
}
