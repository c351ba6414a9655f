using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class ReadingPictures(Scene scene) : IClassFixture<Scene>
{
    private const string Hearsay = """[{"kind":"denied-hearsay","actor":"us","topic":"us-air-support","claims":["00000000-0000-4000-8000-000000000001","00000000-0000-4000-8000-000000000003"]},{"kind":"split-voice","actor":"us","topic":"us-air-support","claims":["00000000-0000-4000-8000-000000000001","00000000-0000-4000-8000-000000000002"]},{"kind":"unconfirmed-hearsay","actor":"us","topic":"us-air-support","claims":["00000000-0000-4000-8000-000000000001","00000000-0000-4000-8000-000000000004"]}]""";

    [Fact]
    public async Task A_picture_tells_everything_about_its_positions_and_null_where_there_is_nothing()
    {
        var picture = await PictureAsync("asOf=2025-08-20&topic=us-air-support");

        picture["topics"]!.ToJsonString().Should().Be(
            $$$"""
            [{"topic":{"id":"us-air-support","title":"US air support","proposition":"The United States supports Ukraine from the air."},"positions":[
            {"actor":"russia","stance":"supports","act":"statement","since":"2025-08-18","sinceKind":"on","claim":"{{{Scene.AboutRussia}}}","speaker":"vladimir-putin","reportedBy":"uk","voice":"hearsay","summary":"The US would help by air.","quote":"the US would help by air","stated":"2025-08-18","source":"{{{Scene.Source}}}","conditions":[],"conditionsFrom":null,"terms":[],"termsFrom":null,"support":{"claims":1,"sources":1,"publishers":1},"previous":null,"attributedOnly":true,"disputed":true,"outsideMandate":true,"contradictions":[]},
            {"actor":"us","stance":"open","act":"statement","since":"2025-08-18","sinceKind":"on","claim":"{{{Scene.Trump}}}","speaker":"donald-trump","reportedBy":null,"voice":"paraphrase","summary":"The US would help by air.","quote":"the US would help by air","stated":"2025-08-18","source":"{{{Scene.Source}}}","conditions":[],"conditionsFrom":null,"terms":[],"termsFrom":null,"support":{"claims":1,"sources":1,"publishers":1},"previous":{"stance":"opposes","until":"2025-08-18"},"attributedOnly":false,"disputed":false,"outsideMandate":false,"contradictions":{{{Hearsay}}}}],
            "pending":[],"agreement":{"for":["us"],"against":[],"undecided":[],"attributed":["russia"],"silent":[]}}]
            """.ReplaceLineEndings(""));
        picture["contradictions"]!.ToJsonString().Should().Be(Hearsay);
        picture["counts"]!.ToJsonString().Should().Be("""{"cells":2,"claims":5,"sources":1}""");
        picture.Select(member => member.Key).Should().Equal("asOf", "known", "topics", "contradictions", "counts");
    }

    [Fact]
    public async Task In_cells_each_position_is_short_and_nobody_is_silent()
    {
        var picture = await PictureAsync("asOf=2025-08-20&view=cells");

        picture["topics"]!.ToJsonString().Should().Be(
            $$$"""
            [{"topic":{"id":"co-op","title":"Co-operation","proposition":"They work together."},"positions":[
            {"actor":"us","stance":"commits","since":"2025-08-20","claim":"{{{Scene.Lately}}}","flags":[]}],
            "pending":[],"agreement":{"for":["us"],"against":[],"undecided":[],"attributed":[]}},
            {"topic":{"id":"coop","title":"Coops","proposition":"They work together."},"positions":[
            {"actor":"russia","stance":"undecided","since":"2025-08-19","claim":"{{{Scene.RussiaItself}}}","flags":[]}],
            "pending":[],"agreement":{"for":[],"against":[],"undecided":["russia"],"attributed":[]}},
            {"topic":{"id":"us-air-support","title":"US air support","proposition":"The United States supports Ukraine from the air."},"positions":[
            {"actor":"russia","stance":"supports","since":"2025-08-18","claim":"{{{Scene.AboutRussia}}}","flags":["attributedOnly","disputed","outsideMandate"]},
            {"actor":"us","stance":"open","since":"2025-08-18","claim":"{{{Scene.Trump}}}","flags":["contradicted"]}],
            "pending":[],"agreement":{"for":["us"],"against":[],"undecided":[],"attributed":["russia"]}}]
            """.ReplaceLineEndings(""));
        picture["contradictions"]!.ToJsonString().Should().Be(Hearsay);
        picture["counts"]!.ToJsonString().Should().Be("""{"cells":4,"claims":7,"sources":2}""");
    }

    [Fact]
    public async Task What_may_already_have_been_said_is_pending_and_breaks_the_silence_only()
    {
        var topics = (await PictureAsync("asOf=2025-08-18"))["topics"]!.AsArray();

        topics.Select(topic => topic!["topic"]!["id"]!.GetValue<string>()).Should().Equal("co-op", "coop", "us-air-support");
        topics[0]!["positions"]!.AsArray().Should().BeEmpty();
        topics[0]!["pending"]!.ToJsonString().Should().Be($$"""[{"actor":"us","claim":"{{Scene.Lately}}","stance":"commits","stated":"2025-08-18/2025-08-20"}]""");
        topics[0]!["agreement"]!.ToJsonString().Should().Be("""{"for":[],"against":[],"undecided":[],"attributed":[],"silent":["russia"]}""");
    }

    [Fact]
    public async Task Topics_without_a_position_or_pending_claim_are_left_out() =>
        Topics(await PictureAsync("asOf=2025-08-17")).Should().Equal("coop", "us-air-support");

    [Fact]
    public async Task An_actor_filter_limits_what_is_shown_and_never_the_agreement()
    {
        var all = await PictureAsync("asOf=2025-08-20");
        var one = await PictureAsync("asOf=2025-08-20&actor=russia");

        Topics(one).Should().Equal("coop", "us-air-support");
        one["topics"]![1]!["positions"]!.AsArray().Should().ContainSingle();
        one["topics"]![1]!["agreement"]!.ToJsonString().Should().Be(all["topics"]![2]!["agreement"]!.ToJsonString());
        one["contradictions"]!.AsArray().Should().BeEmpty();
        one["counts"]!.ToJsonString().Should().Be("""{"cells":2,"claims":2,"sources":1}""");
        Essence(await PictureAsync("asOf=2025-08-20&actor=us&actor=russia")).Should().Be(Essence(all));
        (await PictureAsync("asOf=2025-08-20&actor=nobody"))["topics"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_topic_filter_can_be_repeated()
    {
        Topics(await PictureAsync("asOf=2025-08-20&topic=coop&topic=co-op")).Should().Equal("co-op", "coop");
        Topics(await PictureAsync("asOf=2025-08-20&topic=nothing")).Should().BeEmpty();
        (await PictureAsync("asOf=2025-08-20&topic=co-op"))["topics"]![0]!["agreement"]!["silent"]!.ToJsonString()
            .Should().Be("""["russia"]""", "silence is about the whole picture");
    }

    [Fact]
    public async Task A_date_means_its_last_microsecond_and_an_instant_itself()
    {
        (await PictureAsync("asOf=2025-08-18"))["asOf"]!.GetValue<string>().Should().Be("2025-08-18T23:59:59.999999Z");
        Essence(await PictureAsync("asOf=2025-08-18T23:59:59.999999Z")).Should().Be(Essence(await PictureAsync("asOf=2025-08-18")));
        Essence(await PictureAsync("asOf=2025-08-18T23:59:59.999998Z")).Should().Be(Essence(await PictureAsync("asOf=2025-08-18T00:00:00Z")));
        (await PictureAsync("asOf=2025-08-20T02:30:00%2B03:00"))["asOf"]!.GetValue<string>().Should().Be("2025-08-19T23:30:00Z");
    }

    [Fact]
    public async Task Without_a_date_it_is_now_and_a_date_may_lie_in_the_future()
    {
        var began = await scene.Tracker.NowAsync();
        var now = await PictureAsync("");

        now["asOf"]!.GetValue<DateTime>().Should().BeOnOrAfter(began).And.BeOnOrBefore(await scene.Tracker.NowAsync());
        Essence(now).Should().Be(Essence(await PictureAsync("asOf=2025-08-20")));
        var future = await PictureAsync("asOf=2999-12-31");
        future["asOf"]!.GetValue<string>().Should().Be("2999-12-31T23:59:59.999999Z");
        Essence(future).Should().Be(Essence(now));
    }

    [Fact]
    public async Task When_something_was_recorded_shows_in_no_picture() =>
        (await scene.GetAsync("/api/picture?asOf=2025-08-20") + await scene.GetAsync("/api/picture?asOf=2025-08-20&view=cells") + await scene.GetAsync("/api/contradictions"))
            .Should().NotContain("recordedAt");

    [Theory]
    [InlineData("view=matrix", "view")]
    [InlineData("view=cells&view=cells", "view")]
    [InlineData("v=2", "v")]
    [InlineData("asOf=", "asOf")]
    [InlineData("asOf=2025-08", "asOf")]
    [InlineData("asOf=2025-08-20T10:00:00", "asOf")]
    [InlineData("asOf=2025-08-20&asOf=2025-08-20", "asOf")]
    [InlineData("actor=US", "actor")]
    [InlineData("topic=", "topic")]
    public async Task What_cannot_be_parsed_is_explained_at_its_parameter(string query, string parameter)
    {
        using var response = await scene.Tracker.Public.GetAsync($"/api/picture?{query}");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await response.JsonAsync();
        problem["type"]!.GetValue<string>().Should().Be("/problems/bad-parameter");
        problem["errors"]![parameter]![0]!.GetValue<string>().Should().EndWith(".");
    }

    private async Task<JsonObject> PictureAsync(string query) => (JsonObject)JsonNode.Parse(await scene.GetAsync($"/api/picture?{query}"))!;

    private static IEnumerable<string> Topics(JsonObject picture) => picture["topics"]!.AsArray().Select(topic => topic!["topic"]!["id"]!.GetValue<string>());

    private static string Essence(JsonObject picture) => $"{picture["topics"]!.ToJsonString()}{picture["contradictions"]!.ToJsonString()}{picture["counts"]!.ToJsonString()}";
}
