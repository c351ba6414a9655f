using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>What was erased, and who is told of it.</summary>
public sealed class ListingErasures(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Texts_are_told_to_all_who_read_names_to_admins_and_who_did_it_to_readers()
    {
        var (source, name) = await EraseBothAsync();
        using var reader = tracker.ClientAs("reader");

        var (anybody, readers, admins) = (await ItemsAsync(tracker.Public), await ItemsAsync(reader), await ItemsAsync(tracker.Admin));

        anybody.Should().OnlyContain(item => item["kind"]!.GetValue<string>() == "source-text" && item["by"] == null && item["sources"] == null);
        readers.Should().OnlyContain(item => item["kind"]!.GetValue<string>() == "source-text" && item["by"] != null);
        readers.Select(Subject).Should().Equal(anybody.Select(Subject)).And.Contain(source);
        admins.Select(Subject).Take(2).Should().Equal([name, source], "the latest comes first");
        admins.Should().HaveCountGreaterThan(anybody.Count).And.OnlyContain(item => item["reason"] != null && item["at"] != null && item["by"] != null);

        static Guid Subject(JsonNode item) => item["subject"]!.GetValue<Guid>();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_whatever_is_erased_meanwhile()
    {
        for (var i = 0; i < 3; i++)
        {
            await EraseBothAsync();
        }

        var all = (await ItemsAsync(tracker.Admin)).Select(item => item["id"]!.GetValue<string>()).ToList();
        var seen = new List<string>();
        for (var next = Erasures.Path + "?limit=2"; next is not null;)
        {
            using var response = await tracker.Admin.GetAsync(next);
            var page = await response.JsonAsync();
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            await EraseBothAsync();
            (page["next"] is null).Should().Be(!response.Headers.Contains("Link"));
            next = page["next"] is { } address ? new Uri(address.GetValue<string>()).PathAndQuery : null;
        }

        seen.Should().Equal(all);
    }

    [Theory]
    [InlineData("limit=0", 422, "out-of-range")]
    [InlineData("limit=201", 422, "out-of-range")]
    [InlineData("limit=x", 400, "bad-parameter")]
    [InlineData("kind=key", 400, "bad-parameter")]
    [InlineData("cursor=abc", 400, "bad-cursor")]
    [InlineData("cursor=", 400, "bad-cursor")]
    [InlineData("cursor=a&cursor=b", 400, "bad-cursor")]
    public async Task Bad_questions_are_refused(string query, int status, string code) =>
        await tracker.RefusesAsync(status, code, () => tracker.Public.GetAsync($"{Erasures.Path}?{query}"));

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01T00:00:00.0000000Z")]
    [InlineData("2026-01-01T00:00:00.0000000 3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("9999-99-99T00:00:00.0000000Z 3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("2026-01-01T00:00:00.0000000Z nobody")]
    public async Task So_are_forged_cursors(string after)
    {
        var cursor = new Api.Reading.Cursor(Erasures.Path, 0, after).Write();

        await tracker.RefusesAsync(400, "bad-cursor", () => tracker.Public.GetAsync($"{Erasures.Path}?cursor={cursor}"));
    }

    [Fact]
    public async Task The_first_and_the_last_moment_are_places_to_go_on_from()
    {
        foreach (var at in new[] { "0001-01-01T00:00:00.0000000Z", "9999-12-31T23:59:59.9999999Z" })
        {
            var cursor = new Api.Reading.Cursor(Erasures.Path, 0, $"{at} {Guid.Empty}").Write();
            (await tracker.Public.GetJsonAsync($"{Erasures.Path}?cursor={cursor}")).Should().ContainKey("items");
        }
    }

    [Fact]
    public async Task No_shared_cache_keeps_what_a_reader_is_told()
    {
        using var open = await tracker.Public.GetAsync(Erasures.Path);
        using var told = await tracker.Admin.GetAsync(Erasures.Path);

        open.Headers.NonValidated["Cache-Control"].ToString().Should().Be("public, no-cache");
        told.Headers.NonValidated["Cache-Control"].ToString().Should().Be("private, no-cache");
        open.Headers.Vary.Should().Contain("Authorization");
    }

    private static async Task<List<JsonNode>> ItemsAsync(HttpClient caller) => [.. (await caller.GetJsonAsync(Erasures.Path + "?limit=200"))["items"]!.AsArray().Select(item => item!)];

    private async Task<(Guid Source, Guid Name)> EraseBothAsync()
    {
        var (source, _) = await tracker.RecordTextAsync();
        var name = await tracker.QueryAsync<Guid>($"insert into {Tables.Analysts} values ('{Guid.NewGuid()}', 'Name {Guid.NewGuid()}') returning id");
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));
        await Subject.MustAsync(tracker.Admin.EraseAsync("analyst", name));
        return (source, name);
    }
}
