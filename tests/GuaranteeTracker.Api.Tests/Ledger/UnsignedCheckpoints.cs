using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Checkpoints of an earlier version.</summary>
public sealed class UnsignedCheckpoints(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Where_the_last_one_is_not_signed_that_is_said_and_the_next_one_is()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        await tracker.TamperAsync($"update {Tables.Checkpoints} set note = null");
        File.Delete(Path.Combine(tracker.DataDirectory, "ledger.note")); // an earlier version keeps none
        File.Delete(Path.Combine(tracker.DataDirectory, "ledger.first.note"));
        await tracker.RestartAsync();

        await tracker.RefusesAsync(404, "unsigned-checkpoint", () => tracker.Public.GetAsync("/log/checkpoint"));
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();

        (await tracker.SignedCheckpointAsync()).Size.Should().Be((await tracker.RootsAsync())[^1].Size);
    }
}
