using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>The node that makes the checkpoints is killed in the midst of it: another takes over, and the ledger goes on where it was.</summary>
public sealed class KilledLeader(KilledLeader.Follower follower) : IClassFixture<KilledLeader.Follower>
{
    private const string
        LeavesBesideEvents = $"select count(*) from {Tables.Events} e full join {Tables.Leaves} l on l.sequence = e.seq_id where e.seq_id is null or l.sequence is null",
        LeavesOutOfOrder = $"select count(*) from (select sequence < lag(sequence) over (order by index) or index <> row_number() over (order by index) - 1 as is_wrong from {Tables.Leaves}) l where is_wrong";

    [Fact]
    public async Task Within_fifteen_seconds_another_node_makes_the_checkpoints_and_no_leaf_is_skipped_or_doubled()
    {
        using var leader = ChildNode.Start(follower);
        var subject = await Subject.RecordAsync(follower);
        await subject.RecordClaimAsync();
        await Eventually.TrueAsync(async () => await follower.CoveredAsync() > 0, "the other node leads: this one never does by itself", TimeSpan.FromSeconds(60));
        await using var successor = await AnotherNode.StartAsync(follower);
        using var done = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(subject, done.Token)));
        var covered = await follower.CoveredAsync();
        await Eventually.TrueAsync(async () => await follower.CoveredAsync() > covered, "it makes checkpoints while others write");

        leader.Kill();
        covered = await follower.CoveredAsync();
        await Eventually.TrueAsync(async () => await follower.CoveredAsync() > covered, "the other node takes over", TimeSpan.FromSeconds(15));

        await done.CancelAsync();
        await writing;
        await follower.SettleAsync();
        (await follower.QueryAsync<long>(LeavesBesideEvents)).Should().Be(0);
        (await follower.QueryAsync<long>(LeavesOutOfOrder)).Should().Be(0);
    }

    private static async Task WriteAsync(Subject subject, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await subject.RecordClaimAsync();
        }
    }

    /// <summary>A node that answers and records, and makes no checkpoints.</summary>
    public sealed class Follower : Tracker
    {
        protected override IEnumerable<string> Settings => ["--GuaranteeTracker:Daemon=Disabled"];
    }
}
