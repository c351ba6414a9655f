using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>The leader builds on nothing that somebody changed.</summary>
public sealed class TamperedEdges(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("edge = set_byte(edge, 5, (get_byte(edge, 5) + 1) % 256)")]
    [InlineData("edge = substr(edge, 2)")]
    [InlineData("root = set_byte(root, 31, (get_byte(root, 31) + 1) % 256)")]
    public async Task An_edge_that_does_not_give_its_root_stops_the_checkpoints_and_readiness_says_so(string change)
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        var last = (await tracker.RootsAsync())[^1];
        await tracker.TamperAsync($"create table kept as select size, root, edge from {Tables.Checkpoints} where size = {last.Size}; update {Tables.Checkpoints} set {change} where size = {last.Size}");

        await subject.RecordClaimAsync();
        await Eventually.TrueAsync(async () => (await ReadyAsync()).Contains("\"checkpoints\":\"Unhealthy\"", StringComparison.Ordinal), "the leader stops");
        (await tracker.RootsAsync())[^1].Size.Should().Be(last.Size, "nothing is built on it");
        (await subject.StanceAsync("")).Should().Be("open", "recording and reading go on");

        await tracker.TamperAsync($"update {Tables.Checkpoints} c set root = kept.root, edge = kept.edge from kept where c.size = kept.size; drop table kept");
        await Eventually.TrueAsync(async () => (await ReadyAsync()).Contains("\"checkpoints\":\"Healthy\"", StringComparison.Ordinal), "it goes on by itself", TimeSpan.FromSeconds(30));
        await tracker.SettleAsync();
        await tracker.LedgerShouldBeSoundAsync();
    }

    private async Task<string> ReadyAsync()
    {
        using var response = await tracker.Public.GetAsync("/health/ready");
        return await response.Content.ReadAsStringAsync();
    }
}
