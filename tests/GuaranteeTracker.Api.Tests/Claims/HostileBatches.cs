using System.Diagnostics;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Api.Tests.Recording.Saving;
using Xunit.Abstractions;

namespace GuaranteeTracker.Api.Tests.Claims;

/// <summary>Quotes made to be slow to look for: they are told apart before anybody else has to wait for them.</summary>
public sealed class HostileBatches(Tracker tracker, ITestOutputHelper output) : IClassFixture<Tracker>
{
    private const int Mebibyte = 1_048_576;

    [Fact]
    public async Task A_thousand_claims_of_one_long_source_are_recorded()
    {
        var source = await tracker.RecordCatalogueAsync(Text());
        var claims = Together.Ids(1_000).Select((id, i) => Samples.Claim(source, id, exact: $"sentence {i + 1} of"));

        var answer = await Subject.MustAsync(TimedAsync("1,000 found", tracker.Admin.PostBatchAsync(Together.Batch(claims))));

        answer["recorded"]!.GetValue<int>().Should().Be(1_000);
    }

    [Fact]
    public async Task Words_that_are_nowhere_are_looked_for_only_so_long_and_whoever_records_beside_them_hardly_waits()
    {
        var (large, small) = (await tracker.RecordCatalogueAsync(Text()), await tracker.RecordCatalogueAsync());
        var absent = Together.Ids(1_000).Select((id, i) => Samples.Claim(large, id, exact: $"This is sentence {i} of many that were never told"));
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Samples.Claim(small)));
        var before = await tracker.CountEventsAsync();

        var hostile = TimedAsync("1,000 absent", tracker.Admin.PostBatchAsync(Together.Batch(absent)));
        var waits = new List<TimeSpan>();
        while (!hostile.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Samples.Claim(small)));
            waits.Add(Stopwatch.GetElapsedTime(began));
        }

        using var refused = await hostile;
        var problem = await refused.ShouldBeProblemAsync(422, "not-acceptable");
        problem["errors"]!.AsObject().Should().HaveCount(1_000, "each is told what became of it");
        problem.ErrorAt("/claims/0/evidence/quotes/0/exact").Should().Contain("Nearest passage");
        problem.ErrorAt("/claims/999/evidence/quotes/0/exact").Should().Contain("not looked for").And.Contain("fewer claims");
        (await tracker.CountEventsAsync()).Should().Be(before + waits.Count);
        output.WriteLine($"{waits.Count} beside, the slowest in {waits.Max().TotalMilliseconds:F0} ms, half within {waits.Order().ElementAt(waits.Count / 2).TotalMilliseconds:F0} ms");
        waits.Max().Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    private static string Text() => string.Concat(Enumerable.Range(1, 100_000).Select(i => $"This is sentence {i} of many that were told. ").TakeWhile((_, i) => i < Mebibyte / 50));

    private async Task<HttpResponseMessage> TimedAsync(string what, Task<HttpResponseMessage> sending)
    {
        var began = Stopwatch.GetTimestamp();
        var response = await sending;
        output.WriteLine($"{what}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        return response;
    }
}
