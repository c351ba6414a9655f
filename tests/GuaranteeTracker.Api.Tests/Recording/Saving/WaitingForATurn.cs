using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>Nobody can be saved for a while: only so many wait, and only so long.</summary>
public sealed class WaitingForATurn(NarrowTracker tracker) : IClassFixture<NarrowTracker>
{
    [Fact]
    public async Task Whoever_finds_no_room_is_told_to_come_back_and_nothing_of_it_is_stored()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(80);
        var turnedAway = 0;
        Task<(int Status, string? Code)[]> posting;
        await using (await tracker.HoldAppendingAsync())
        {
            posting = Together.AtOnceAsync(ids.Count, i => PostAsync(source, ids[i]));
            await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref turnedAway) >= ids.Count / 4), "so many wait, and no more");
        }

        var outcomes = await posting;
        outcomes.Select(outcome => $"{outcome.Status} {outcome.Code}").Should().OnlyContain(outcome => outcome == "201 " || outcome == "429 too-much-at-once");
        outcomes.Count(outcome => outcome.Status == 201).Should().BeGreaterThan(1);
        var counts = await tracker.CountsAsync();
        ids.Select(id => counts.GetValueOrDefault($"claim:{id}")).Should().Equal(outcomes.Select(outcome => outcome.Status == 201 ? 1 : 0));

        async Task<(int Status, string? Code)> PostAsync(Guid from, Guid id)
        {
            using var response = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(from, id));
            if ((int)response.StatusCode == 429)
            {
                response.Headers.RetryAfter!.Delta.Should().BePositive();
                Interlocked.Increment(ref turnedAway);
            }

            return await Task.FromResult(response).OutcomeAsync();
        }
    }

    [Fact]
    public async Task Whose_turn_does_not_come_before_the_deadline_is_told_so_and_is_not_stored_later()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(12);
        (int Status, string? Code) saved;
        (int Status, string? Code)[] outcomes;
        await using (await tracker.HoldAppendingAsync())
        {
            var saving = tracker.Admin.PostAsync("/api/claims", Samples.Claim(source)).OutcomeAsync();
            await tracker.BlockedAsync(1);
            outcomes = await Together.AtOnceAsync(ids.Count, i => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i])).OutcomeAsync());
            saved = await saving;
        }

        saved.Should().Be((503, "outcome-unknown"));
        outcomes.Should().AllBeEquivalentTo((503, "busy"));
        await PassThroughTheLaneAsync(source);
        var counts = await tracker.CountsAsync();
        ids.Should().OnlyContain(id => !counts.ContainsKey($"claim:{id}"));
    }

    [Fact]
    public async Task Whoever_hangs_up_while_it_waits_is_not_recorded_later()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(6);
        var first = Together.Ids(4);
        Task<(int Status, string? Code)[]> before;
        await using (await tracker.HoldAppendingAsync())
        {
            before = Together.AtOnceAsync(first.Count, i => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, first[i])).OutcomeAsync());
            await tracker.BlockedAsync(1);
            using var hangingUp = new CancellationTokenSource();
            var queue = tracker.Services.GetRequiredService<SaveQueue>();
            var waiting = ids.ConvertAll(id => queue.SaveAsync(Together.Request(Samples.Claim(source, id)), Together.Context(), TimeSpan.FromMinutes(1), hangingUp.Token));

            await hangingUp.CancelAsync();

            foreach (var one in waiting)
            {
                await FluentActions.Awaiting(() => one).Should().ThrowAsync<OperationCanceledException>();
            }
        }

        (await before).Should().AllBeEquivalentTo((201, (string?)null));
        await PassThroughTheLaneAsync(source);
        var counts = await tracker.CountsAsync();
        ids.Should().OnlyContain(id => !counts.ContainsKey($"claim:{id}"));
    }

    [Fact]
    public async Task Batches_wait_beside_single_claims_and_are_bounded_too()
    {
        var source = await tracker.RecordCatalogueAsync();
        (int Status, string? Code)[] outcomes;
        await using (await tracker.HoldAppendingAsync())
        {
            outcomes = await Together.AtOnceAsync(6, _ => tracker.Admin.PostBatchAsync(Together.Batch(Samples.Claim(source))).OutcomeAsync());
        }

        outcomes.Should().Contain((429, "too-much-at-once")).And.Contain((503, "outcome-unknown"));
    }

    /// <summary>The lane saves what waits in the order in which it came.</summary>
    private async Task PassThroughTheLaneAsync(Guid source)
    {
        foreach (var id in Together.Ids(20))
        {
            (await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).OutcomeAsync()).Status.Should().Be(201);
        }
    }
}
