using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>A timeline read while the leader is ahead of the record it is read for.</summary>
public sealed class LoadingTimelines(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task What_was_recorded_after_the_checkpoint_asked_for_is_left_out_since_the_tail_brings_it()
    {
        var subject = await Subject.RecordAsync(tracker);
        var first = await subject.RecordClaimAsync("open", "2025-08-16");
        var mark = await tracker.SettleAsync();
        var second = await subject.RecordClaimAsync("rejects", "2025-08-17");
        var later = await tracker.SettleAsync();
        var rows = tracker.Services.GetRequiredService<RecordRows>();

        (await rows.ReadVersionsAsync(subject.Topic, mark)).Select(version => version.Claim).Should().Equal(first);
        (await rows.ReadVersionsAsync(subject.Topic, later)).Select(version => version.Claim).Should().BeEquivalentTo([first, second]);
    }
}
