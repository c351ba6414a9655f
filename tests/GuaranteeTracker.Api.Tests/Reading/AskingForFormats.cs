using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class AskingForFormats(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("text/html, application/*;q=0.5")]
    [InlineData("*/*")]
    public async Task Json_is_answered_to_whoever_takes_it(string accept) =>
        (await AskAsync("/api/picture", accept)).StatusCode.Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("/api/picture", "text/html")]
    [InlineData("/api/picture", "application/json;q=0")]
    [InlineData("/api/picture?format=xml", "application/json")]
    [InlineData("/api/picture", "text/calendar")]
    [InlineData("/api/timeline?format=svg", "*/*")]
    [InlineData("/api/timeline", "text/html, text/plain")]
    public async Task Whoever_takes_nothing_that_there_is_is_told_so(string path, string accept)
    {
        var response = await AskAsync(path, accept);

        response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        (await response.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/not-acceptable-format");
    }

    [Fact]
    public async Task The_parameter_format_wins_over_the_header() =>
        (await AskAsync("/api/picture?format=json", "text/html")).StatusCode.Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("/api/timeline", "text/csv", "text/csv")]
    [InlineData("/api/timeline", "application/atom+xml;q=0.9, text/html", "application/atom+xml")]
    [InlineData("/api/timeline", "text/calendar", "text/calendar")]
    [InlineData("/api/timeline", "text/*;q=0.5, application/json;q=0.4", "text/csv")]
    [InlineData("/api/timeline", "*/*", "application/json")]
    [InlineData("/api/timeline", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("/api/network", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("/api/timeline?format=ics", "application/json", "text/calendar")]
    [InlineData("/api/picture", "text/csv", "text/csv")]
    public async Task The_format_that_is_wanted_most_is_answered(string path, string accept, string type)
    {
        var response = await AskAsync(path, accept);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await tracker.Public.SendAsync(request);
    }
}
