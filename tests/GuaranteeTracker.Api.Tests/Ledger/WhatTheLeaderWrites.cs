using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>After many have recorded at once: one leaf an event, the roots of the tree, and the rows that the domain makes of the record.</summary>
public sealed class WhatTheLeaderWrites(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Leaves_roots_and_rows_are_those_of_all_events()
    {
        var subject = await Subject.RecordAsync(tracker);
        await Writers.RecordAsync(subject, writers: 8, claimsEach: 20);
        var last = await tracker.SettleAsync();

        var leaves = await tracker.LeavesAsync();
        leaves.Select(leaf => leaf.Sequence).Should().BeInAscendingOrder();
        var checkpoints = await tracker.RootsAsync();
        checkpoints.Should().HaveCountGreaterThan(3);
        checkpoints[^1].Should().Match<(long Size, long Sequence, string Root)>(checkpoint => checkpoint.Size == leaves.Count && checkpoint.Sequence == last);
        await tracker.LedgerShouldBeSoundAsync();
        await tracker.RowsShouldBeSoundAsync();
        (await tracker.VersionsAsync()).Should().Contain(version => version.Earliest == DateTime.MinValue, "an open start is the beginning of time");
    }
}
