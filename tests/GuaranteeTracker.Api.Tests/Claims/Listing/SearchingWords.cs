using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>Full text over summaries and passages, in English.</summary>
public sealed class SearchingWords(SearchedTracker tracker) : IClassFixture<SearchedTracker>
{
    [Theory]
    [InlineData("planes", "air", "stemmed: the summary has “plane”")]
    [InlineData("PLANE", "air", "in any case")]
    [InlineData("ministries rejecting", "troops", "every word has to be there, in any form")]
    [InlineData("\"Western troops\"", "troops", "a phrase")]
    [InlineData("\"troops Western\"", "", "a phrase has its order")]
    [InlineData("ministry -rejected", "", "without a word")]
    [InlineData("troops -plane", "troops", "without a word")]
    [InlineData("plane or troops", "air troops", "either")]
    [InlineData("\"plane help\"", "", "a phrase does not reach from the summary into the passage")]
    [InlineData("nonsense", "", "nothing")]
    [InlineData("\"unclosed phrase of", "", "whatever a caller types means something")]
    [InlineData("a & b | ! ( <-> :*", "", "operators of the database are none here")]
    [InlineData("----------------------------------------- plane ----------------------------------------------", "hostile troops", "a ruled line excludes but once")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - plane", "hostile troops", "with blanks too")]
    public async Task Words_phrases_and_exclusions_find_their_claims(string search, string expected, string because)
    {
        var list = await tracker.Public.GetJsonAsync($"/api/claims?q={Uri.EscapeDataString(search)}");

        string.Join(' ', list["items"]!.AsArray().Select(claim => claim!["venue"]!.GetValue<string>())).Should().Be(expected, because);
    }

    [Fact]
    public async Task What_was_found_is_marked_by_code_points_in_summary_and_passages()
    {
        var list = await tracker.Public.GetJsonAsync("/api/claims?q=help");

        var claim = list["items"]!.AsArray().Single()!;
        var hits = claim["hits"]!.AsArray().Select(hit => (At: hit!["in"]!.GetValue<string>(), Word: Cut(claim, hit!))).ToList();
        hits.Should().Equal(("/summary", "help"), ("/evidence/quotes/0/exact", "help"));
    }

    [Fact]
    public async Task Tags_and_control_characters_in_recorded_words_move_no_mark()
    {
        var list = await tracker.Public.GetJsonAsync("/api/claims?q=script");

        var claim = list["items"]!.AsArray().Single(claim => claim!["venue"]!.GetValue<string>() == "hostile")!;
        claim["hits"]!.AsArray().Select(hit => Cut(claim, hit!)).Should().OnlyContain(word => word.Equals("script", StringComparison.OrdinalIgnoreCase)).And.NotBeEmpty();
    }

    [Fact]
    public async Task What_was_excluded_is_not_marked()
    {
        var list = await tracker.Public.GetJsonAsync($"/api/claims?q={Uri.EscapeDataString("help or -help")}");

        list["items"]!.AsArray().Should().HaveCountGreaterThan(1);
        list["items"]!.AsArray().SelectMany(claim => claim!["hits"]!.AsArray()).Should().BeEmpty("nothing says that the word should be there");
    }

    [Theory]
    [InlineData("the", HttpStatusCode.UnprocessableEntity)]
    [InlineData("...", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("a\0b", HttpStatusCode.BadRequest)]
    public async Task A_search_without_words_is_refused(string search, HttpStatusCode status)
    {
        using var response = await tracker.Public.GetAsync($"/api/claims?q={Uri.EscapeDataString(search)}");

        response.StatusCode.Should().Be(status);
        (await response.JsonAsync())["errors"]!["q"].Should().NotBeNull();
    }

    [Fact]
    public async Task A_corrected_claim_is_found_by_what_it_says_and_no_more_by_what_it_said()
    {
        (await tracker.Public.GetJsonAsync("/api/claims?q=misheard"))["items"]!.AsArray().Should().BeEmpty();
        (await tracker.Public.GetJsonAsync($"/api/claims?q=misheard&knownAt=seq:{tracker.BeforeTheCorrection}"))["items"]!.AsArray().Should().ContainSingle();
    }

    private static string Cut(JsonNode claim, JsonNode hit)
    {
        var text = hit["in"]!.GetValue<string>() == "/summary" ? claim["summary"]! : claim["evidence"]!["quotes"]![0]!["exact"]!;
        var runes = text.GetValue<string>().EnumerateRunes().ToList();
        return string.Concat(runes[hit["start"]!.GetValue<int>()..hit["end"]!.GetValue<int>()]);
    }
}

/// <summary>A few claims to search, told apart by their venues.</summary>
public sealed class SearchedTracker : Tracker, IAsyncLifetime
{
    private const string Text = "𝕎 On Monday the president said the US would help by air. The ministry rejected Western troops. <script>alert('𝕎')</script> & <b>Script</b> it says.";

    private int _recorded;

    public long BeforeTheCorrection { get; private set; }

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var source = await this.RecordCatalogueAsync(Text);
        await RecordAsync(source, "air", "𝕎 The US would help, by plane.", "𝕎 On Monday the president said the US would help by air");
        await RecordAsync(source, "troops", "The ministry turns them down.", "The ministry rejected Western troops");
        await RecordAsync(source, "hostile", "<b>Script</b> & <script>.", "<script>alert('𝕎')</script> & <b>Script</b> it says");
        var wrong = await RecordAsync(source, "misheard", "Somebody misheard it.", "The ministry rejected Western troops");
        BeforeTheCorrection = await this.SettleAsync();
        var right = Samples.Claim(source, exact: "it says");
        (right["venue"], right["summary"]) = ("right", "Nothing else.");
        right.Remove("id");
        await Subject.MustAsync(Admin.PostAsync($"/api/claims/{wrong}/correction", new JsonObject { ["reason"] = "misread", ["claim"] = right }, ("If-Match", "*")));
        await this.SettleAsync();
    }

    private async Task<Guid> RecordAsync(Guid source, string venue, string summary, string exact)
    {
        var id = Guid.NewGuid();
        var claim = Samples.Claim(source, id, stated: $"2025-08-{++_recorded:00}", exact: exact);
        (claim["venue"], claim["summary"]) = (venue, summary);
        await Subject.MustAsync(Admin.PostAsync("/api/claims", claim));
        return id;
    }
}
