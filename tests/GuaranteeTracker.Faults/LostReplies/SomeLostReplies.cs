using GuaranteeTracker.Api.Tests.Fixtures;
using Xunit.Abstractions;

namespace GuaranteeTracker.Faults.LostReplies;

/// <summary>A few lost replies in every run of all tests; <c>lost-replies</c> loses more.</summary>
public sealed class SomeLostReplies(Tracker tracker, ITestOutputHelper output) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Whatever_is_committed_while_its_reply_is_lost_is_recorded_once()
    {
        var seed = RandomSeed.New();
        await Console.Out.WriteLineAsync($"lost-replies --count 20 --seed {seed}");

        var report = await new LostReplyRun(tracker, 20, seed).RunAsync(_ => Task.CompletedTask, CancellationToken.None);

        output.WriteLine($"{report}");
        report.IsSound.Should().BeTrue("{0}", report);
        report.Replies.Should().BeGreaterThanOrEqualTo(20);
    }
}
