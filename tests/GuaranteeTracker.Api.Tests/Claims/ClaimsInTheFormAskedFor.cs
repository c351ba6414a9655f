using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Claims;

public sealed class ClaimsInTheFormAskedFor(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Anno = "profile=\"http://www.w3.org/ns/anno.jsonld\"", JsonLd = "application/ld+json", Annotation = $"{JsonLd}; {Anno}", Json = "application/json; charset=utf-8";

    [Theory]
    [InlineData("", "", Json)]
    [InlineData("", "*/*", Json)]
    [InlineData("", "application/*", Json)]
    [InlineData("", "application/ld+json", JsonLd)]
    [InlineData("", $"application/ld+json;{Anno}", Annotation)]
    [InlineData("", "application/ld+json;PROFILE=\"http://www.w3.org/ns/anno.jsonld\"", Annotation)]
    [InlineData("", "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted http://www.w3.org/ns/anno.jsonld\"", Annotation)]
    [InlineData("", "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"", JsonLd)]
    [InlineData("", $"application/ld+json;{Anno};q=0.5, application/ld+json", JsonLd)]
    [InlineData("", $"application/ld+json;{Anno}, application/ld+json;q=0.5", Annotation)]
    [InlineData("", $"application/ld+json;{Anno};q=0, application/ld+json", JsonLd)]
    [InlineData("", $"text/html, application/ld+json;{Anno};q=0.2, */*;q=0.1", Annotation)]
    [InlineData("", "application/ld+json;q=0, */*", Json)]
    [InlineData("", "application/json;q=0.5, application/ld+json", JsonLd)]
    [InlineData("", "application/json, application/ld+json;q=0.5", Json)]
    [InlineData("", "application/ld+json;profile=x;q=0, application/ld+json", JsonLd)]
    [InlineData("", $"application/ld+json;{Anno};q=0, application/*;q=0.5, application/json;q=0", JsonLd)]
    [InlineData("?format=jsonld", "text/html", JsonLd)]
    [InlineData("?format=annotation", "application/json", Annotation)]
    [InlineData("?format=json", JsonLd, Json)]
    public async Task The_parameter_decides_else_the_type_and_profile_that_are_wanted_most(string query, string accept, string type)
    {
        var claim = await RecordAsync();

        using var response = await AskAsync(HttpMethod.Get, $"/api/claims/{claim}{query}", accept);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be(type);
    }

    [Theory]
    [InlineData("", "text/turtle", HttpStatusCode.NotAcceptable)]
    [InlineData("", $"application/ld+json;{Anno};q=0", HttpStatusCode.NotAcceptable)]
    [InlineData("?format=turtle", "*/*", HttpStatusCode.BadRequest)]
    [InlineData("?format=JSONLD", "*/*", HttpStatusCode.BadRequest)]
    public async Task Whoever_takes_none_of_them_is_told_so(string query, string accept, HttpStatusCode status)
    {
        using var response = await AskAsync(HttpMethod.Get, $"/api/claims/{await RecordAsync()}{query}", accept);

        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task Each_form_has_its_own_tag_and_names_the_others()
    {
        var claim = await RecordAsync();
        var tags = new List<string>();
        foreach (var format in new[] { "json", "jsonld", "annotation" })
        {
            using var whole = await AskAsync(HttpMethod.Get, $"/api/claims/{claim}?format={format}", "");
            using var head = await AskAsync(HttpMethod.Head, $"/api/claims/{claim}?format={format}", "");
            using var again = await AskAsync(HttpMethod.Get, $"/api/claims/{claim}?format={format}", "", whole.Headers.ETag!.ToString());

            tags.Add(whole.Headers.ETag.ToString());
            head.Headers.ETag.Should().Be(whole.Headers.ETag);
            (head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length).Should().Be((whole.Content.Headers.ContentLength, 0));
            again.StatusCode.Should().Be(HttpStatusCode.NotModified);
            whole.Headers.Vary.Should().Equal("Accept", "Accept-Encoding");
            whole.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
            whole.Headers.GetValues("Link").Should().HaveCount(2).And.OnlyContain(link => !link.Contains($"format={format}>", StringComparison.Ordinal))
                .And.OnlyContain(link => link.StartsWith($"<https://tracker.example.org/api/claims/{claim}", StringComparison.Ordinal) && link.Contains("; rel=\"alternate\"; type=\"application/", StringComparison.Ordinal));
        }

        tags.Should().OnlyHaveUniqueItems();
        tags[0].Should().Be("\"1\"", "JSON is tagged with what If-Match takes");
    }

    [Fact]
    public async Task A_page_leads_programs_to_every_form()
    {
        var claim = await RecordAsync();

        var page = await tracker.Public.OpenAsync($"/claims/{claim}");

        page.QuerySelectorAll("head link[rel=alternate]").Select(link => (link.GetAttribute("type"), link.GetAttribute("href"))).Should().Contain(
            [("application/json; charset=utf-8", $"/api/claims/{claim}"), (JsonLd, $"/api/claims/{claim}?format=jsonld"), (Annotation, $"/api/claims/{claim}?format=annotation")]);
        page.QuerySelectorAll("dl.facts a[href^='/api/']").Select(link => link.TextContent).Should().Equal("JSON", "JSON-LD", "Web Annotation", "history as JSON");
    }

    [Theory]
    [InlineData("jsonld")]
    [InlineData("annotation")]
    public async Task A_claim_that_is_not_there_is_in_no_form(string format)
    {
        using var response = await AskAsync(HttpMethod.Get, $"/api/claims/{Guid.Empty}?format={format}", "");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<Guid> RecordAsync() => await (await Subject.RecordAsync(tracker)).RecordClaimAsync();

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string accept, string? had = null)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in new[] { ("Accept", accept), ("If-None-Match", had ?? "") }.Where(header => header.Item2.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await tracker.Public.SendAsync(request);
    }
}
