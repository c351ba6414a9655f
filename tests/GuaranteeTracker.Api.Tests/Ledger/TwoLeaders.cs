using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Two nodes that both take themselves for the leader.</summary>
public sealed class TwoLeaders(Tracker first) : IClassFixture<Tracker>
{
    [Fact]
    public async Task They_neither_double_nor_skip_a_leaf()
    {
        var subject = await Subject.RecordAsync(first);
        await using var second = await Server.BuildAsync([.. AnotherNode.SettingsOver(first), "--GuaranteeTracker:Daemon=Solo"], CancellationToken.None);
        await second.App.StartAsync();

        await Writers.RecordAsync(subject, writers: 6, claimsEach: 25);
        await first.SettleAsync();
        await second.App.StopAsync();

        await first.LedgerShouldBeSoundAsync();
        (await first.LeavesAsync()).Select(leaf => leaf.Sequence).Should().BeInAscendingOrder();
        await first.RowsShouldBeSoundAsync();
        await subject.RecordClaimAsync();
        await first.SettleAsync();
    }
}
