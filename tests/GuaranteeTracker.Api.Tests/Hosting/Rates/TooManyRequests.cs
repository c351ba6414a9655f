using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Api.Tests.Security;

namespace GuaranteeTracker.Api.Tests.Hosting.Rates;

/// <summary>With low limits; the next is allowed after ten seconds and more, which no test takes.</summary>
public sealed class TooManyRequests(LimitedTracker tracker) : IClassFixture<LimitedTracker>
{
    [Fact]
    public async Task Who_reads_too_much_is_told_when_to_come_back()
    {
        using var caller = tracker.From(tracker.FreshAddress());

        await UseUpAsync(caller, 6);

        await tracker.RefusesAsync(429, "too-many-requests", async () =>
        {
            var response = await caller.GetAsync("/api/actors");
            response.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
            response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
            return response;
        });
    }

    [Fact]
    public async Task Others_go_on()
    {
        using var caller = tracker.From(tracker.FreshAddress());
        using var other = tracker.From(tracker.FreshAddress());
        await UseUpAsync(caller, 6);

        (await other.GetAsync("/api/actors")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task All_of_a_network_is_one_caller()
    {
        for (var host = 1; host <= 6; host++)
        {
            using var caller = tracker.From($"2001:db8:0:1::{host:x}");
            (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
        }

        using var next = tracker.From("2001:db8:0:1:ffff::1");
        using var neighbour = tracker.From("2001:db8:0:2::1");
        ((int)(await next.GetAsync("/api/actors")).StatusCode).Should().Be(429);
        ((int)(await neighbour.GetAsync("/api/actors")).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Recording_and_reading_are_counted_apart()
    {
        using var caller = tracker.From(tracker.FreshAddress());
        for (var times = 0; times < 3; times++)
        {
            ((int)(await caller.PutAsync("/api/topics/any", Samples.Topic())).StatusCode).Should().Be(401);
        }

        await tracker.RefusesAsync(429, "too-many-requests", () => caller.PutAsync("/api/topics/any", Samples.Topic()));
        (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
    }

    [Fact]
    public Task Who_has_a_key_is_counted_by_it_wherever_it_calls_from() => IsCountedByItselfAsync(Tracker.AdminKey);

    [Fact]
    public async Task Whoever_has_a_stored_key_is_counted_by_it_and_not_by_what_its_neighbours_send()
    {
        var key = await tracker.Admin.AddKeyAsync("analyst");
        var address = tracker.FreshAddress();
        using var neighbour = tracker.From(address);
        await Eventually.TrueAsync(async () => (int)(await neighbour.PutAsync("/api/topics/any", Samples.Topic())).StatusCode == 429, "the address may send no more");

        using var caller = tracker.From(address, key);
        ((int)(await caller.PutAsync($"/api/topics/t{Guid.NewGuid():N}", Samples.Topic())).StatusCode).Should().Be(201);
        await IsCountedByItselfAsync(key);
    }

    [Theory]
    [InlineData("some-key-that-is-not-in-force")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.")]
    public async Task Who_guesses_is_not_heard_any_more_not_even_with_a_good_key_that_could_be_guessed(string guess)
    {
        var address = tracker.FreshAddress();
        using var guesser = tracker.From(address, guess);
        for (var times = 0; times < 2; times++)
        {
            ((int)(await guesser.GetAsync("/api/events")).StatusCode).Should().Be(401);
        }

        await tracker.RefusesAsync(429, "too-many-requests", () => guesser.GetAsync("/api/events"));
        using var lucky = tracker.From(address, Tracker.AdminKey);
        await tracker.RefusesAsync(429, "too-many-requests", () => lucky.PutAsync("/api/topics/lucky", Samples.Topic()));
        using var plain = tracker.From(address);
        (await plain.GetAsync("/api/actors")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_key_as_they_are_given_out_is_heard_while_others_guess_at_its_address()
    {
        var key = await tracker.Admin.AddKeyAsync("analyst");
        var address = tracker.FreshAddress();
        using var guesser = tracker.From(address, KeyText.Make());
        await Eventually.TrueAsync(async () => (int)(await guesser.GetAsync("/api/events")).StatusCode == 429, "it guesses too much");

        using var caller = tracker.From(address, key);
        (await caller.GetAsync("/api/events")).EnsureSuccessStatusCode();
        ((int)(await guesser.GetAsync("/api/events")).StatusCode).Should().Be(429);
    }

    [Fact]
    public async Task Whoever_proves_something_to_a_proxy_on_the_way_guesses_nothing_here()
    {
        using var caller = tracker.From(tracker.FreshAddress());
        caller.DefaultRequestHeaders.Authorization = new("Basic", "dGVzdDp0ZXN0");
        for (var times = 0; times < 3; times++)
        {
            (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
            await tracker.RefusesAsync(401, "not-authenticated", () => caller.PutAsync("/api/topics/any", Samples.Topic()));
        }

        (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Health_is_always_told()
    {
        using var caller = tracker.From(tracker.FreshAddress());
        for (var times = 0; times < 20; times++)
        {
            (await caller.GetAsync("/health/live")).EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task What_the_proxy_did_not_write_is_not_believed()
    {
        var address = tracker.FreshAddress();
        for (var times = 0; times < 6; times++)
        {
            using var caller = tracker.From($"203.0.113.{times}, {address}");
            (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
        }

        using var next = tracker.From($"203.0.113.99, {address}");
        ((int)(await next.GetAsync("/api/actors")).StatusCode).Should().Be(429);
    }

    /// <summary>From six addresses it may read, from a seventh no more; others there may.</summary>
    private async Task IsCountedByItselfAsync(string key)
    {
        for (var times = 0; times < 6; times++)
        {
            using var caller = tracker.From(tracker.FreshAddress(), key);
            (await caller.GetAsync("/api/actors")).EnsureSuccessStatusCode();
        }

        var address = tracker.FreshAddress();
        using var next = tracker.From(address, key);
        using var stranger = tracker.From(address);
        ((int)(await next.GetAsync("/api/actors")).StatusCode).Should().Be(429);
        ((int)(await stranger.GetAsync("/api/actors")).StatusCode).Should().Be(200);
    }

    private static async Task UseUpAsync(HttpClient caller, int times)
    {
        for (; times > 0; times--)
        {
            ((int)(await caller.GetAsync("/api/actors")).StatusCode).Should().Be(200);
        }
    }
}
