using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>What every answer says to browsers, whatever was asked for and however it went.</summary>
public sealed class SafeEverywhere(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    private readonly Dictionary<string, string> _samples = new(StringComparer.Ordinal) { ["actors"] = "us", ["topics"] = "us-air-support" };

    public async Task InitializeAsync()
    {
        var source = await tracker.RecordCatalogueAsync();
        (_samples["sources"], _samples["claims"]) = (source.ToString(), (await tracker.RecordClaimAsync(source)).ToString());
        await tracker.SettleAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_route_there_is()
    {
        var routes = tracker.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var statuses = new List<int>();
        foreach (var route in routes)
        {
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                foreach (var caller in new[] { tracker.Public, tracker.Admin })
                {
                    using var response = await AskAsync(caller, method, Filled(route.RoutePattern.RawText!));
                    statuses.Add(MustBeSafe(response));
                }
            }
        }

        routes.Should().HaveCountGreaterThan(60);
        statuses.Should().Contain([200, 302, 400, 401, 404], "the walk meets what is good and what is not");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/api/picture", 405)]
    [InlineData("GET", "/api/picture?asOf=never", 400)]
    [InlineData("GET", "/api/picture?knownAt=seq:999999", 422)]
    [InlineData("GET", "/api/picture?key=x", 400)]
    [InlineData("GET", "/api/events", 401)]
    [InlineData("GET", "/assets/nothing.js", 404)]
    [InlineData("GET", "/timegate/picture", 302)]
    [InlineData("OPTIONS", "/api/picture", 405)]
    public async Task Every_kind_of_error_as_data_and_as_a_page(string method, string path, int status)
    {
        foreach (var accept in new[] { "application/json", "text/html, */*;q=0.1" })
        {
            using var response = await AskAsync(tracker.Public, method, path, ("Accept", accept));
            ((int)response.StatusCode).Should().Be(status);
            MustBeSafe(response);
            if (status >= 400)
            {
                response.Headers.CacheControl!.NoStore.Should().BeTrue();
            }
        }
    }

    [Fact]
    public async Task What_is_too_large_and_what_has_not_changed()
    {
        using var large = await AskAsync(tracker.Admin, "PUT", "/api/topics/any", ("Content-Length", new string('1', 9)));
        MustBeSafe(large).Should().Be(413);
        using var long_ = await AskAsync(tracker.Public, "GET", $"/api/actors?q={new string('a', 9_000)}");
        MustBeSafe(long_).Should().Be(414);
        using var headers = await AskAsync(tracker.Public, "GET", "/api/actors", ("X-Long", new string('a', 17_000)));
        MustBeSafe(headers).Should().Be(431);

        using var first = await AskAsync(tracker.Public, "GET", "/picture");
        using var again = await AskAsync(tracker.Public, "GET", "/picture", ("If-None-Match", first.Headers.ETag!.ToString()));
        ((int)again.StatusCode).Should().Be(304);
        again.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        again.Headers.Contains("Content-Security-Policy").Should().BeFalse("the page keeps the one that it came with");
    }

    [Fact]
    public async Task The_page_of_the_description_runs_no_script_but_its_own()
    {
        using var response = await tracker.Public.GetAsync("/docs");
        using var other = await tracker.Public.GetAsync("/docs");
        var (policy, html) = (PolicyOf(response), await response.Content.ReadAsStringAsync());

        policy.Split(';').Single(part => part.Contains("script-src", StringComparison.Ordinal)).Should().NotContain("unsafe").And.Contain("'nonce-");
        PolicyOf(other).Should().NotBe(policy, "a nonce is used once");
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        page.Scripts.Should().NotBeEmpty().And.OnlyContain(script => script.GetAttribute("nonce") == nonce);
        page.All.SelectMany(element => element.Attributes).Should().NotContain(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    private static string PolicyOf(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();

    private static int MustBeSafe(HttpResponseMessage response)
    {
        var address = response.RequestMessage!.RequestUri!.PathAndQuery;
        PolicyOf(response).Should().StartWith("default-src 'none'", address);
        Refusing.ShouldRunNoScriptOfOthers(response);
        if (address.StartsWith("/embed", StringComparison.Ordinal) && response.IsSuccessStatusCode)
        {
            response.Headers.Contains("X-Frame-Options").Should().BeFalse("it is there to be embedded");
        }
        else
        {
            Refusing.ShouldBeSafe(response);
        }

        return (int)response.StatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient like, string method, string address, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = like.BaseAddress };
        client.DefaultRequestHeaders.Authorization = like.DefaultRequestHeaders.Authorization;
        using var request = new HttpRequestMessage(new(method), address);
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Length")
            {
                request.Content = new ByteArrayContent(new byte[300_000]) { Headers = { { "Content-Type", "application/json" } } };
                request.Headers.ExpectContinue = true;
                continue;
            }

            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    private string Filled(string route)
    {
        var of = route.Split('/').FirstOrDefault(_samples.ContainsKey);
        var id = of is null ? Guid.Empty.ToString() : _samples[of];
        return "/" + route.TrimStart('/').Replace("{id:guid}", id, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{actor}", "us", StringComparison.Ordinal).Replace("{topic}", "us-air-support", StringComparison.Ordinal)
            .Replace("{asOf}", "2025-08-20", StringComparison.Ordinal).Replace("{knownAt}", "seq:1", StringComparison.Ordinal)
            .Replace("{part}-{number:int:min(0)}", "catalogue-0", StringComparison.Ordinal).Replace("{name}", "nothing", StringComparison.Ordinal)
            .Replace("{code}", "not-found", StringComparison.Ordinal).Replace("{level}/{**index}", "0/0", StringComparison.Ordinal);
    }
}
