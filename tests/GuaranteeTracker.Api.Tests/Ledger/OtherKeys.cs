using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Keys that sign, and names under which they do.</summary>
public sealed class OtherKeys(OtherKeys.Rekeyed tracker) : IClassFixture<OtherKeys.Rekeyed>
{
    [Fact]
    public async Task A_leader_with_another_key_signs_nothing_until_the_former_one_is_named()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        var (before, count) = (await tracker.LedgerKeyAsync(), (await tracker.NotesAsync()).Count);

        tracker.More = [$"--GuaranteeTracker:LedgerKey={await tracker.MakeKeyAsync()}"];
        await tracker.RestartAsync();
        await tracker.StandStillAsync();
        await subject.RecordClaimAsync();
        (await tracker.NotesAsync()).Should().HaveCount(count);

        tracker.More = [.. tracker.More, $"--GuaranteeTracker:FormerLedgerKeys:0={before}"];
        await tracker.RestartAsync();
        await tracker.SettleAsync();

        var after = await tracker.LedgerKeyAsync();
        after.ToString().Should().NotBe(before.ToString());
        (await tracker.SignedCheckpointAsync()).Origin.Should().Be("tracker.example.org/log");
        (await tracker.ReadyAsync()).Should().Contain("\"checkpoints\":\"Healthy\"");
    }

    [Theory]
    [InlineData("--GuaranteeTracker:LedgerName=two words", "LedgerName")]
    [InlineData("--GuaranteeTracker:LedgerName=a+b", "LedgerName")]
    [InlineData("--GuaranteeTracker:LedgerKey=/nowhere/ledger.key", "LedgerKey")]
    [InlineData("--GuaranteeTracker:FormerLedgerKeys:0=none", "FormerLedgerKeys")]
    public async Task A_setting_that_cannot_be_used_is_named(string setting, string name)
    {
        var start = () => Server.BuildAsync([.. AnotherNode.SettingsOver(tracker), setting], default);

        (await start.Should().ThrowAsync<StartException>()).Which.Message.Should().Contain($"GuaranteeTracker:{name}");
    }

    /// <summary>A tracker whose settings change between two starts.</summary>
    public sealed class Rekeyed : Tracker
    {
        public IReadOnlyList<string> More { get; set; } = [];

        protected override IEnumerable<string> Settings => More;

        public async Task<string> MakeKeyAsync()
        {
            var path = Path.Combine(DataDirectory, "another.key");
            await LedgerKeyFile.EnsureAsync(path, default);
            return path;
        }
    }
}
