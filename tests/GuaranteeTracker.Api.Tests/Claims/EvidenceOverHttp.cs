using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class EvidenceOverHttp(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Twice = "The ministry rejected Western troops";

    [Fact]
    public async Task Quotes_are_placed_in_code_points_and_kept_in_the_order_of_their_start()
    {
        var source = await tracker.RecordCatalogueAsync();

        var claim = await RecordAsync(source, Exact("The ministry rejected Western troops again"), Exact("𝕎 On"), Exact("by air"));

        var quotes = claim["evidence"]!["quotes"]!.AsArray();
        quotes.Select(quote => (quote!["start"]!.GetValue<int>(), quote["end"]!.GetValue<int>())).Should().Equal((0, 4), (49, 55), (95, 137));
        using var text = new HttpRequestMessage(HttpMethod.Get, $"/api/sources/{source}/text");
        var runes = (await (await tracker.Admin.SendAsync(text)).Content.ReadAsStringAsync()).EnumerateRunes().ToList();
        foreach (var quote in quotes)
        {
            string.Concat(runes[quote!["start"]!.GetValue<int>()..quote["end"]!.GetValue<int>()]).Should().Be(quote["exact"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Words_that_occur_more_than_once_are_refused_with_their_places()
    {
        var problem = await RefuseAsync(await tracker.RecordCatalogueAsync(), "evidence-ambiguous", Exact(Twice));

        problem.ErrorAt("/evidence/quotes/0/exact").Should().Contain("2 times").And.Contain("57–93").And.Contain("95–131");
    }

    [Theory]
    [InlineData("air. ", null, 57)]
    [InlineData("troops. ", null, 95)]
    [InlineData(null, " again", 95)]
    [InlineData("by air. ", ". The", 57)]
    public async Task A_prefix_or_suffix_singles_words_out(string? prefix, string? suffix, int start)
    {
        var source = await tracker.RecordCatalogueAsync();

        var claim = await RecordAsync(source, new JsonObject { ["exact"] = Twice, ["prefix"] = prefix, ["suffix"] = suffix });

        var quote = claim["evidence"]!["quotes"]![0]!;
        quote["start"]!.GetValue<int>().Should().Be(start);
        quote["prefix"]?.GetValue<string>().Should().Be(prefix);
        quote["suffix"]?.GetValue<string>().Should().Be(suffix);
    }

    [Fact]
    public async Task Words_in_another_context_are_refused()
    {
        var source = await tracker.RecordCatalogueAsync();

        var problem = await RefuseAsync(source, "evidence-context-mismatch", new JsonObject { ["exact"] = "by air", ["prefix"] = "would go " });

        problem.ErrorAt("/evidence/quotes/0/exact").Should().Contain("would go");
    }

    [Theory]
    [InlineData("the US would help by sea", "31–52")]
    [InlineData("The US would help by air", "31–55")]
    [InlineData("the US would\u00A0help by air", "31–55")]
    [InlineData("president said that the US would help", "16–48")]
    public async Task Absent_words_are_refused_with_the_nearest_passage_never_matched_by_likeness(string exact, string nearest)
    {
        var source = await tracker.RecordCatalogueAsync();

        var problem = await RefuseAsync(source, "evidence-not-found", Exact("On Monday"), Exact(exact));

        problem.ErrorAt("/evidence/quotes/1/exact").Should().Contain("Nearest passage").And.Contain(nearest);
    }

    [Fact]
    public async Task The_same_passage_twice_is_refused()
    {
        var source = await tracker.RecordCatalogueAsync();

        var problem = await RefuseAsync(source, "evidence-twice", Exact("by air"), new JsonObject { ["exact"] = "by air", ["prefix"] = "help " });

        problem.ErrorAt("/evidence/quotes/1").Should().Contain("already");
    }

    [Fact]
    public async Task A_quote_has_at_most_4000_code_points()
    {
        var long4001 = string.Concat(Enumerable.Repeat("𝕎", 4_001));
        var source = await tracker.RecordCatalogueAsync($"Before {long4001} after");

        var problem = await RefuseAsync(source, "evidence-too-long", Exact(long4001));
        problem.ErrorAt("/evidence/quotes/0/exact").Should().Contain("4001").And.Contain("4000");

        var quote = (await RecordAsync(source, new JsonObject { ["exact"] = long4001[2..], ["suffix"] = " after" }))["evidence"]!["quotes"]![0]!;
        (quote["end"]!.GetValue<int>() - quote["start"]!.GetValue<int>()).Should().Be(4_000);
    }

    [Theory]
    [InlineData("[]", "/evidence/quotes", "required")]
    [InlineData("null", "/evidence/quotes", "required")]
    [InlineData("[null]", "/evidence/quotes/0/exact", "evidence-empty")]
    [InlineData("""[{"exact": ""}]""", "/evidence/quotes/0/exact", "evidence-empty")]
    [InlineData("""[{"exact": " \n "}]""", "/evidence/quotes/0/exact", "evidence-empty")]
    public async Task Without_its_words_there_is_no_claim(string quotes, string pointer, string code)
    {
        var claim = Samples.Claim(await tracker.RecordCatalogueAsync());
        claim["evidence"]!["quotes"] = JsonNode.Parse(quotes);

        (await tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync("/api/claims", claim))).ErrorAt(pointer).Should().NotBeEmpty();
    }

    [Fact]
    public async Task More_than_fifty_quotes_are_refused()
    {
        var problem = await RefuseAsync(await tracker.RecordCatalogueAsync(), "required", [.. Enumerable.Repeat("by air", 51).Select(Exact)]);

        problem.ErrorAt("/evidence/quotes").Should().Contain("50");
    }

    [Fact]
    public async Task Controls_in_a_source_are_kept_exact_in_its_quotes()
    {
        const string hidden = "He said \u202Eon\u202C, not\u200B \u2066yes\u2069 \u0007nor <script>alert(1)</script>";
        var source = await tracker.RecordCatalogueAsync($"Before. {hidden}. After.");

        var claim = await RecordAsync(source, Exact(hidden));

        claim["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>().Should().Be(hidden);
        await RefuseAsync(source, "evidence-not-found", Exact("He said on, not yes"));
    }

    [Fact]
    public async Task After_five_absent_quotes_the_others_wait_so_that_bad_quotes_cost_little()
    {
        var source = await tracker.RecordCatalogueAsync(string.Concat(Enumerable.Range(0, 60_000).Select(i => $"word{i} and ")));
        var absent = Enumerable.Range(0, 50).Select(i => Exact($"word{i * 7} and word{i * 9 + 3} or word{i * 11 + 1}")).ToArray();

        var problem = await RefuseAsync(source, "evidence-not-found", [Exact("word7 and word8"), .. absent.Skip(1)]);

        problem["errors"]!.AsObject().Should().HaveCount(49);
        Enumerable.Range(1, 5).Select(i => problem.ErrorAt($"/evidence/quotes/{i}/exact")).Should().OnlyContain(because => because.Contains("does not contain"));
        Enumerable.Range(6, 44).Select(i => problem.ErrorAt($"/evidence/quotes/{i}/exact")).Should().OnlyContain(because => because.Contains("not looked for"));
    }

    [Fact]
    public async Task Words_in_other_contexts_wait_alike()
    {
        var source = await tracker.RecordCatalogueAsync();
        var elsewhere = Enumerable.Range(0, 8).Select(i => new JsonObject { ["exact"] = "by air", ["prefix"] = $"{i} " }).ToArray();

        var problem = await RefuseAsync(source, "evidence-context-mismatch", elsewhere);

        problem.ErrorAt("/evidence/quotes/4/exact").Should().Contain("by air");
        problem.ErrorAt("/evidence/quotes/5/exact").Should().Contain("not looked for");
    }

    private static JsonObject Exact(string words) => new() { ["exact"] = words };

    private static JsonObject Claim(Guid source, JsonObject[] quotes)
    {
        var claim = Samples.Claim(source);
        claim["evidence"]!["quotes"] = new JsonArray([.. quotes]);
        return claim;
    }

    private Task<JsonObject> RefuseAsync(Guid source, string code, params JsonObject[] quotes) =>
        tracker.RefusesAsync(422, code, () => tracker.Admin.PostAsync("/api/claims", Claim(source, quotes)));

    private async Task<JsonObject> RecordAsync(Guid source, params JsonObject[] quotes)
    {
        var claim = Claim(source, quotes);
        return await tracker.Admin.PostAsync("/api/claims", claim).ShouldBeCreatedAsync($"/api/claims/{claim["id"]}");
    }
}
