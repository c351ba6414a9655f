using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>K as a caller writes it: an instant, a date, seq:N.</summary>
public sealed class WritingK(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task An_instant_means_the_last_checkpoint_at_or_before_it()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("open");
        await tracker.SettleAsync();
        await subject.RecordClaimAsync("commits", "2025-08-19");
        await tracker.SettleAsync();
        var (before, last) = ((await tracker.CheckpointsAsync())[^2], (await tracker.CheckpointsAsync())[^1]);

        (await AskAsync(subject, before.At)).Should().Be((before.Sequence, before.At, "open"));
        (await AskAsync(subject, last.At.AddMicroseconds(-1))).Should().Be((before.Sequence, before.At, "open"));
        (await AskAsync(subject, last.At)).Should().Be((last.Sequence, last.At, "commits"));
        (await AskAsync(subject, last.At.AddMicroseconds(1))).Should().Be((last.Sequence, last.At, "commits"));
    }

    [Fact]
    public async Task An_instant_with_another_offset_is_the_same_instant()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        var last = (await tracker.CheckpointsAsync())[^1];
        var inKyiv = last.At.AddHours(3).ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "%2B03:00";

        (await subject.PictureAsync($"asOf=2025-08-20&knownAt={inKyiv}")).Should().Be(await subject.PictureAsync($"asOf=2025-08-20&knownAt={last.At.Write()}"));
    }

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2024-12-31T23:59:59Z")]
    [InlineData("0001-01-01")]
    [InlineData("seq:0")]
    public async Task Before_the_first_checkpoint_nothing_was_known(string knownAt)
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();

        var picture = await subject.PictureAsync($"asOf=2025-08-20&knownAt={knownAt}");

        picture.Should().Be(
            """{"asOf":"2025-08-20T23:59:59.999999Z","known":{"sequence":0,"at":null,"pending":0},"topics":[],"contradictions":[],"counts":{"cells":0,"claims":0,"sources":0}}""");
    }

    [Fact]
    public async Task A_sequence_number_holds_the_events_up_to_it_even_between_two_checkpoints()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        var recorded = (await tracker.Public.GetJsonAsync($"/api/claims/{claim}/history"))["events"]![0]!["sequence"]!.GetValue<long>();

        (await subject.StanceAsync($"knownAt=seq:{recorded - 1}")).Should().BeNull();
        (await subject.StanceAsync($"knownAt=seq:{recorded}")).Should().Be("open");
    }

    [Fact]
    public async Task The_time_of_a_sequence_number_is_that_of_the_first_checkpoint_that_covers_it()
    {
        await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        var checkpoints = await tracker.CheckpointsAsync();

        for (var sequence = 1L; sequence <= checkpoints[^1].Sequence; sequence++)
        {
            var known = (await tracker.Public.GetJsonAsync($"/api/picture?asOf=2025-08-20&knownAt=seq:{sequence}"))["known"]!;
            known["sequence"]!.GetValue<long>().Should().Be(sequence);
            known["at"]!.GetValue<DateTime>().Should().Be(checkpoints.First(checkpoint => checkpoint.Sequence >= sequence).At);
            known["pending"]!.GetValue<int>().Should().Be(0);
        }
    }

    [Fact]
    public async Task A_moment_that_is_far_ahead_is_refused_at_once()
    {
        await Subject.RecordAsync(tracker);
        var endOfToday = (await tracker.NowAsync()).AddSeconds(30); // in the day's last half minute: of tomorrow
        await tracker.Public.GetAsync("/api/picture?knownAt=2030-01-01"); // the first request takes longer

        foreach (var knownAt in new[] { "2030-01-01", "9999-12-31T23:59:59Z", endOfToday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), endOfToday.AddMinutes(1).Write() })
        {
            var began = Stopwatch.GetTimestamp();
            await ShouldNotBeSettledAsync(knownAt);
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(1.5), $"{knownAt} cannot come in time");
        }
    }

    [Fact]
    public async Task A_sequence_number_beyond_the_last_checkpoint_is_waited_for_and_then_refused()
    {
        await Subject.RecordAsync(tracker);
        var last = await tracker.SettleAsync();

        var began = Stopwatch.GetTimestamp();
        await ShouldNotBeSettledAsync($"seq:{last + 1}");

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(4)).And.BeGreaterThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_moment_just_ahead_is_waited_for()
    {
        var subject = await Subject.RecordAsync(tracker);
        var soon = (await tracker.NowAsync()).AddSeconds(1);

        var picture = await subject.PictureAsync($"asOf=2025-08-20&knownAt={soon.Write()}");

        (await tracker.NowAsync()).Should().BeOnOrAfter(soon);
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        (await subject.PictureAsync($"asOf=2025-08-20&knownAt={soon.Write()}")).Should().Be(picture);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-02-29")]
    [InlineData("2025-08-20T10:00:00")]
    [InlineData("seq:")]
    [InlineData("seq:-1")]
    [InlineData("seq:1.5")]
    [InlineData("seq:99999999999999999999")]
    [InlineData("seq: 1")]
    [InlineData("2025-08-20&knownAt=2025-08-21")]
    public async Task What_cannot_be_parsed_is_explained(string knownAt)
    {
        var (status, because) = await RefusalAsync(knownAt);

        status.Should().Be(HttpStatusCode.BadRequest);
        because.Should().EndWith(".").And.Contain(" ");
    }

    [Fact]
    public async Task A_plus_that_arrived_as_a_space_is_explained()
    {
        var (status, because) = await RefusalAsync("2025-08-20T10:00:00+02:00");

        status.Should().Be(HttpStatusCode.BadRequest);
        because.Should().Contain("%2B");
    }

    private static async Task<(long Sequence, DateTime At, string? Stance)> AskAsync(Subject subject, DateTime knownAt)
    {
        var picture = await subject.PictureAsync($"asOf=2025-08-20&knownAt={knownAt.Write()}");
        var known = JsonNode.Parse(picture)!["known"]!;
        known["pending"]!.GetValue<int>().Should().Be(0);
        return (known["sequence"]!.GetValue<long>(), known["at"]!.GetValue<DateTime>(), Subject.Position(picture)?["stance"]!.GetValue<string>());
    }

    private async Task ShouldNotBeSettledAsync(string knownAt)
    {
        using var response = await tracker.Public.GetAsync($"/api/picture?knownAt={knownAt}");
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await response.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/unknown-moment");
    }

    private async Task<(HttpStatusCode Status, string Because)> RefusalAsync(string knownAt)
    {
        using var response = await tracker.Public.GetAsync($"/api/picture?knownAt={knownAt}");
        var problem = await response.JsonAsync();
        return (response.StatusCode, problem["errors"]!["knownAt"]![0]!.GetValue<string>());
    }
}
