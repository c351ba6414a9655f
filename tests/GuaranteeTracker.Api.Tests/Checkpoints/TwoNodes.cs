using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>Two nodes over one database: either answers, one makes the checkpoints.</summary>
public sealed class TwoNodes(TwoNodes.First first) : IClassFixture<TwoNodes.First>
{
    [Fact]
    public async Task What_one_node_acknowledges_the_other_shows_and_it_takes_over_the_checkpoints()
    {
        var subject = await Subject.RecordAsync(first);
        await first.SettleAsync();
        await using var second = await AnotherNode.StartAsync(first);

        foreach (var (stance, day) in new[] { ("open", 16), ("supports", 17), ("commits", 18) })
        {
            await subject.RecordClaimAsync(stance, $"2025-08-{day}");
            (await second.Public.GetStringAsync($"/api/picture?topic={subject.Topic}&asOf=2025-08-20")).Should().Contain($"\"stance\":\"{stance}\"", "it is committed");
        }

        var last = await first.SettleAsync();
        var (moment, pinned) = (await first.NowAsync(), $"/api/picture?asOf=2025-08-20&knownAt=seq:{last}&v=1");
        var answer = await first.Public.GetStringAsync(pinned);
        (await second.Public.GetStringAsync(pinned)).Should().Be(answer);
        (await second.Public.GetStringAsync($"/api/picture?asOf=2025-08-20&knownAt={moment.Write()}")).Should().Be(answer);

        await first.Services.GetRequiredService<IHost>().StopAsync();
        await Subject.MustAsync(second.Admin.PostAsync("/api/claims", subject.Claim("rejects", "2025-08-19")));
        await Eventually.TrueAsync(async () => await first.CoveredAsync() > last, "the node that is left makes checkpoints");
        (await second.Public.GetStringAsync(pinned)).Should().Be(answer);
    }

    /// <summary>The node that starts first, and so leads.</summary>
    public sealed class First : Tracker
    {
        protected override IEnumerable<string> Settings => ["--GuaranteeTracker:Daemon=HotCold"];
    }
}
