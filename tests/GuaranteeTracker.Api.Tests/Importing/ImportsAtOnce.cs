using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>Two imports have a place.</summary>
public sealed class ImportsAtOnce(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_third_import_at_once_has_to_come_again_and_one_that_hangs_up_leaves_its_place_and_what_it_recorded()
    {
        var topic = Unique();
        await using var first = await OpenImport.BeginAsync(tracker);
        await using (var second = await OpenImport.BeginAsync(tracker))
        {
            await first.SendAsync(Lines.Topic(Unique()));
            await first.NextAsync();
            await second.SendAsync(Lines.Topic(topic));
            await second.NextAsync();

            using var third = await tracker.Admin.PostLinesAsync([Lines.Topic(Unique())]);
            await third.ShouldBeProblemAsync(429, "too-much-at-once");
            third.Headers.RetryAfter!.Delta.Should().BePositive();

            await second.SendTextAsync("""{"type":"to""");
        }

        await Eventually.TrueAsync(
            async () =>
            {
                using var again = await tracker.Admin.PostLinesAsync([Lines.Topic(topic)]);
                return again.IsSuccessStatusCode && (await again.Content.ReadAsStringAsync()).Contains("repeated", StringComparison.Ordinal);
            },
            "the place is free again, and what was recorded stays");
        await first.EndAsync();
        (await first.NextAsync())["result"]!.GetValue<string>().Should().Be("finished");
    }

    private static string Unique() => $"t{Guid.NewGuid():N}";
}
