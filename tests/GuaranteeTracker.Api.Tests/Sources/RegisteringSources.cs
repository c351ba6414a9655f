using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Sources;

public sealed class RegisteringSources(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_source_is_created_with_the_hash_of_its_normalised_text()
    {
        const string sent = "Zoe\u0308 said:\r\n“Yes.”\rOr not.\r\n", kept = "Zoë said:\n“Yes.”\rOr not.\n";
        var id = Guid.NewGuid();

        var source = await tracker.Admin.PostAsync("/api/sources", Samples.Source(id, sent)).ShouldBeCreatedAsync($"/api/sources/{id}");

        source["sha256"]!.GetValue<string>().Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept))));
        source["codePoints"]!.GetValue<int>().Should().Be(kept.Length);
        source.ContainsKey("text").Should().BeFalse();
        (await tracker.Admin.GetByteArrayAsync($"/api/sources/{id}/text")).Should().Equal(Encoding.UTF8.GetBytes(kept));
        (await tracker.EventTypesAsync($"source:{id}")).Should().Equal("source-registered");
        (await tracker.EventsAsync($"source:{id}"))[0].Data.Should().NotContain("said", "a text can be taken down, an event cannot");
    }

    [Fact]
    public async Task An_id_is_made_where_the_caller_chooses_none()
    {
        var source = Samples.Source();
        source.Remove("id");

        using var response = await tracker.Admin.PostAsync("/api/sources", source);

        var id = (await response.JsonAsync())["id"]!.GetValue<Guid>();
        response.Headers.Location.Should().Be($"https://tracker.example.org/api/sources/{id}");
    }

    [Theory]
    [InlineData("text", "A cafe\u0301.\r\nZoe\u0308 left.\r\n")]
    [InlineData("published", "2025-08-20T00:00:00Z")]
    [InlineData("published", "2025-08-20T23:59:59.999999Z")]
    [InlineData("published", "2025-08-20T21:30:00+02:00")]
    [InlineData("published", "2025-08-19T21:30:00-04:00")]
    [InlineData("title", "  Leaders met ")]
    [InlineData("publisher", "Example\u0020")]
    public async Task A_repeat_is_compared_in_normal_form_and_records_nothing(string field, string again)
    {
        var source = Samples.Source(text: "A café.\nZoë left.\n");
        var first = await (await tracker.Admin.PostAsync("/api/sources", source)).JsonAsync();
        var before = await tracker.CountEventsAsync();
        source[field] = again;

        var repeat = await tracker.Admin.PostAsync("/api/sources", source).ShouldBeOkAsync(1);

        repeat.ToJsonString().Should().Be(first.ToJsonString());
        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("text", "Other words.")]
    [InlineData("published", "2025-08-20T23:30:00-04:00")]
    [InlineData("title", "Leaders parted")]
    [InlineData("language", "uk")]
    [InlineData("url", "https://example.org/other")]
    public async Task Other_content_under_the_same_id_is_a_conflict(string field, string other)
    {
        var source = Samples.Source();
        (await tracker.Admin.PostAsync("/api/sources", source)).EnsureSuccessStatusCode();
        source[field] = other;

        await tracker.RefusesAsync(409, "source-id-taken", () => tracker.Admin.PostAsync("/api/sources", source));
    }

    [Fact]
    public async Task An_instant_is_published_on_its_date_in_utc()
    {
        using var response = await tracker.Admin.PostAsync("/api/sources", Samples.Source(published: "2025-08-20T21:30:00-04:00"));

        (await response.JsonAsync())["published"]!.GetValue<string>().Should().Be("2025-08-21");
    }

    [Fact]
    public async Task What_is_published_today_is_no_longer_in_the_future_and_what_is_published_tomorrow_is()
    {
        var now = DateTime.UtcNow;
        (await tracker.Admin.PostAsync("/api/sources", Samples.Source(published: Day(now)))).EnsureSuccessStatusCode();

        foreach (var published in new[] { Day(now.AddDays(1)), now.AddMinutes(5).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "9999-12-31" })
        {
            var problem = await tracker.RefusesAsync(422, "in-the-future", () => tracker.Admin.PostAsync("/api/sources", Samples.Source(published: published)));
            problem.ErrorAt("/published").Should().NotBeEmpty();
        }

        static string Day(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_new_version_says_which_source_it_revises()
    {
        var (first, second) = (Samples.Source(), Samples.Source());
        (await tracker.Admin.PostAsync("/api/sources", first)).EnsureSuccessStatusCode();
        second["revises"] = first["id"]!.DeepClone();

        var source = await tracker.Admin.PostAsync("/api/sources", second).ShouldBeCreatedAsync($"/api/sources/{second["id"]}");

        source["revises"]!.GetValue<string>().Should().Be(first["id"]!.GetValue<string>());
        await tracker.Admin.PostAsync("/api/sources", second).ShouldBeOkAsync(1);
    }

    [Fact]
    public async Task Only_another_source_on_record_can_be_revised()
    {
        var source = Samples.Source();
        foreach (var earlier in new[] { Guid.NewGuid().ToString(), source["id"]!.GetValue<string>() })
        {
            source["revises"] = earlier;
            (await tracker.RefusesAsync(422, "unknown-source", () => tracker.Admin.PostAsync("/api/sources", source))).ErrorAt("/revises").Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Two_sources_may_have_the_same_words()
    {
        var (one, other) = (Samples.Source(text: "Syndicated."), Samples.Source(text: "Syndicated."));

        await tracker.Admin.PostAsync("/api/sources", one).ShouldBeCreatedAsync($"/api/sources/{one["id"]}");
        await tracker.Admin.PostAsync("/api/sources", other).ShouldBeCreatedAsync($"/api/sources/{other["id"]}");

        (await tracker.QueryAsync<long>("select count(*) from guaranteetracker.source_texts where text = 'Syndicated.'")).Should().Be(1);
    }
}
