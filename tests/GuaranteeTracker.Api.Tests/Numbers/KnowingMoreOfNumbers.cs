using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Numbers;

/// <summary>Numbers are told of what was known at K: what is recorded or retracted later changes none that is pinned.</summary>
public sealed class KnowingMoreOfNumbers(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("/api/topics/{0}/convergence?from=2025-08-17&step=2&actor=us&actor=russia")]
    [InlineData("/api/polarisation?topic={0}&window=3&duplicates=day&to=2025-08-20")]
    public async Task What_is_pinned_keeps_its_bytes_whatever_is_recorded_later(string pattern)
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync("supports", "2025-08-17");
        await RecordAsync(subject, "russia", "commits", "2025-08-17");
        await tracker.SettleAsync();
        var address = pattern.Replace("{0}", subject.Topic, StringComparison.Ordinal);
        using var current = await tracker.Public.GetAsync(address);
        var pinned = current.Content.Headers.ContentLocation!.PathAndQuery;
        var bytes = await tracker.Public.GetByteArrayAsync(pinned);
        bytes.Should().Equal(await current.Content.ReadAsByteArrayAsync());

        await RecordAsync(subject, "russia", "rejects", "2025-08-18");
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/retraction", new JsonObject { ["reason"] = "It was never said." }, ("If-Match", "\"1\"")));

        using var then = await tracker.Public.GetAsync(pinned);
        then.Headers.CacheControl!.ToString().Should().Be("public, max-age=31536000, immutable");
        (await then.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        (await tracker.Public.GetByteArrayAsync(address)).Should().NotEqual(bytes);
        using var head = await tracker.Public.SendAsync(new(HttpMethod.Head, pinned));
        head.Content.Headers.ContentLength.Should().Be(bytes.Length);
        using var had = await tracker.Public.SendAsync(new(HttpMethod.Get, pinned) { Headers = { { "If-None-Match", then.Headers.ETag!.ToString() } } });
        had.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task What_nobody_has_covered_yet_is_told_at_once()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("rejects", "2025-08-17");
        await RecordAsync(subject, "russia", "commits", "2025-08-17");
        await subject.RecordClaimAsync("commits", "2025-08-18");

        (await tracker.Public.GetJsonAsync($"/api/topics/{subject.Topic}/convergence"))["convergence"]!.GetValue<double>().Should().Be(1);
    }

    private static async Task RecordAsync(Subject subject, string actor, string stance, string stated)
    {
        var claim = subject.Claim(stance, stated);
        (claim["actor"], claim["speaker"]) = (actor, null);
        await Subject.MustAsync(subject.Tracker.Admin.PostAsync("/api/claims", claim));
    }
}
