using Microsoft.AspNetCore.Authorization;
using GuaranteeTracker.Api.Hosting.Security;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>PublicReading=false, whatever there is to read.</summary>
public sealed class EverythingClosed(ClosedTracker tracker) : IClassFixture<ClosedTracker>, IAsyncLifetime, IDisposable
{
    /// <summary>What tells nothing of the record.</summary>
    private static readonly string[] _open = ["/assets/", "/robots.txt", "/problems", "/health/", "/openapi/", "/docs"];

    private static readonly string[] _words = ["United States", "Leaders met", "help by air", "US air support"];

    private readonly Dictionary<string, string> _samples = new(StringComparer.Ordinal);

    private readonly HttpClient
        _stranger = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Public.BaseAddress },
        _reader = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Public.BaseAddress, DefaultRequestHeaders = { Authorization = tracker.Admin.DefaultRequestHeaders.Authorization } };

    public async Task InitializeAsync()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = await tracker.RecordClaimAsync(source);
        var met = await Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new JsonObject { ["title"] = "Summit", ["date"] = "2025-08-18", ["present"] = new JsonArray("us") }));
        await Eventually.TrueAsync(async () => (await tracker.Admin.GetJsonAsync("/api/picture"))["known"]!["pending"]!.GetValue<int>() == 0, "a checkpoint follows every recording");
        foreach (var (of, id) in new[] { ("sources", source.ToString()), ("claims", claim.ToString()), ("encounters", met["id"]!.GetValue<string>()), ("actors", "us"), ("topics", "us-air-support") })
        {
            _samples[of] = id;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _stranger.Dispose();
        _reader.Dispose();
    }

    [Fact]
    public async Task Every_route_refuses_strangers_and_lets_no_shared_cache_keep_what_a_reader_is_told()
    {
        var routes = tracker.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true)
            .Where(route => route.Metadata.GetOrderedMetadata<IAuthorizeData>().All(access => access.Policy != Access.Administering)) // not for readers either
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).Distinct(StringComparer.Ordinal)
            .Where(route => !_open.Any(open => route.StartsWith(open, StringComparison.Ordinal))).ToList();

        routes.Should().HaveCountGreaterThan(40);
        foreach (var route in routes)
        {
            await MustBeClosedAsync(Filled(route));
        }
    }

    [Theory]
    [InlineData("/api/timeline?format=csv")]
    [InlineData("/api/timeline?format=timelinejs")]
    [InlineData("/api/timeline?format=atom")]
    [InlineData("/api/timeline?format=ics")]
    [InlineData("/api/timeline?knownAt=seq:1&v=1")]
    [InlineData("/api/picture?format=csv")]
    [InlineData("/api/picture?asOf=2025-08-20&knownAt=seq:1&v=1")]
    [InlineData("/picture.svg?asOf=2025-08-20&knownAt=seq:1&v=1")]
    [InlineData("/timeline.png?knownAt=seq:1&v=1")]
    [InlineData("/picture?asOf=2025-08-20&knownAt=seq:1")]
    [InlineData("/oembed?format=xml&url=https://tracker.example.org/snapshots/2025-08-20/seq:1")]
    [InlineData("/timemap/api/picture?asOf=2025-08-20")]
    public async Task So_does_every_format_and_what_never_changes(string address)
    {
        await MustBeClosedAsync(address);
        await MustBeClosedAsync(address); // from what is kept
    }

    [Theory]
    [InlineData("/timegate/picture")]
    [InlineData("/timegate/timeline")]
    [InlineData("/timegate/api/picture?asOf=2025-08-20")]
    public async Task A_TimeGate_s_redirect_is_private(string address)
    {
        using var found = await _reader.GetAsync(address);

        found.StatusCode.Should().Be(HttpStatusCode.Found);
        found.Headers.CacheControl!.Private.Should().BeTrue(found.Headers.CacheControl.ToString());
    }

    private async Task MustBeClosedAsync(string address)
    {
        using var told = await _reader.AskForPageAsync(address);
        ((int)told.StatusCode).Should().BeOneOf([200, 302], address);
        if (told.StatusCode == HttpStatusCode.OK) // a redirect holds nothing but an address
        {
            told.Headers.CacheControl!.Public.Should().BeFalse(address);
            (told.Headers.CacheControl.Private || told.Headers.CacheControl.NoStore).Should().BeTrue("others do not get {0}, which says {1}", address, told.Headers.CacheControl);
        }

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var refused = await _stranger.AskForPageAsync(address, method, told.Headers.ETag?.ToString());
            refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized, address);
            refused.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
            refused.Headers.CacheControl!.NoStore.Should().BeTrue(address);
            (await refused.Content.ReadAsStringAsync()).Should().NotContainAny(_words);
        }
    }

    private string Filled(string route)
    {
        var of = route.Split('/').FirstOrDefault(_samples.ContainsKey);
        return route
            .Replace("{id:guid}", of is null ? "" : _samples[of], StringComparison.Ordinal).Replace("{id}", of is null ? "" : _samples[of], StringComparison.Ordinal)
            .Replace("{actor}", "us", StringComparison.Ordinal).Replace("{topic}", "us-air-support", StringComparison.Ordinal)
            .Replace("{asOf}", "2025-08-20", StringComparison.Ordinal).Replace("{knownAt}", "seq:1", StringComparison.Ordinal)
            .Replace("{part}-{number:int:min(0)}", "catalogue-0", StringComparison.Ordinal).Replace("{level}/{**index}", "0/0", StringComparison.Ordinal)
            + route switch
            {
                "/oembed" => "?url=https://tracker.example.org/snapshots/2025-08-20/seq:1",
                "/log/proof/inclusion" => "?event=1",
                "/log/proof/consistency" => "?from=1",
                _ => "",
            };
    }
}
