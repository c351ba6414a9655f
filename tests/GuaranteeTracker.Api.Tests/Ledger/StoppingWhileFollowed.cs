using System.Diagnostics;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class StoppingWhileFollowed(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task The_service_stops_at_once_and_a_reader_resumes_when_it_is_back()
    {
        await tracker.RecordTopicsAsync(1);
        var last = await tracker.SettleAsync();
        using var reader = tracker.Client(Tracker.AdminKey);
        using var response = await reader.FollowAsync(lastEventId: $"{last}");
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());

        var began = Stopwatch.GetTimestamp();
        var restarting = tracker.RestartAsync();
        (await stream.ReadToEndAsync()).Trim('\n').Should().Be(":", "the stream ends as it should, with nothing cut off");
        await restarting;
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(8), "the service would wait 15 seconds for a request that goes on");

        await tracker.RecordTopicsAsync(1);
        (await tracker.Admin.TakeAsync(1, lastEventId: $"{last}")).Single().Sequence().Should().Be(last + 1);
    }
}
