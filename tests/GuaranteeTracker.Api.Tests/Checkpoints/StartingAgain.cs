using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>A record from its very beginning, and over a restart of the service.</summary>
public sealed class StartingAgain(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task An_empty_record_can_be_pinned_and_a_restart_changes_no_answer()
    {
        using var empty = await tracker.Public.GetAsync("/api/picture?asOf=2025-08-20");
        var nothing = await empty.Content.ReadAsStringAsync();
        nothing.Should().Contain("""{"sequence":0,"at":null,"pending":0}""");
        var pinnedNothing = empty.Content.Headers.ContentLocation!.PathAndQuery;
        (await tracker.Public.GetStringAsync(pinnedNothing)).Should().Be(nothing);
        var beforeAll = await tracker.NowAsync();
        (await tracker.Public.GetStringAsync($"/api/picture?asOf=2025-08-20&knownAt={beforeAll.Write()}")).Should().Be(nothing);

        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("open", "2025-08-16");
        await subject.RecordClaimAsync("commits", "2025-08-19");
        var last = await tracker.SettleAsync();
        var moment = await tracker.NowAsync();
        string[] addresses =
        [
            pinnedNothing, $"/api/picture?asOf=2025-08-20&knownAt={beforeAll.Write()}", $"/api/picture?asOf=2025-08-20&knownAt={moment.Write()}",
            $"/api/picture?asOf=2025-08-20&knownAt=seq:{last - 1}", "/api/picture?asOf=2025-08-20&view=cells", "/api/contradictions?asOf=2025-08-20",
            $"/api/positions/us/{subject.Topic}", "/api/actors", $"/api/sources/{subject.Source}",
        ];
        var answers = await Task.WhenAll(addresses.Select(address => tracker.Public.GetStringAsync(address)));

        await tracker.RestartAsync();

        (await Task.WhenAll(addresses.Select(address => tracker.Public.GetStringAsync(address)))).Should().Equal(answers);
        await subject.RecordClaimAsync("rejects", "2025-08-20");
        (await tracker.SettleAsync()).Should().Be(last + 1, "checkpoints go on");
        (await Task.WhenAll(addresses.Take(4).Select(address => tracker.Public.GetStringAsync(address)))).Should().Equal(answers.Take(4));
    }
}
