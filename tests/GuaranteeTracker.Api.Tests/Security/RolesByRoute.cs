using System.Text;
using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Security;

/// <summary>Every route that the running server has, asked by every sort of caller, where reading is open and where it is closed.</summary>
public sealed class RolesByRoute(Tracker open, ClosedTracker closed) : IClassFixture<Tracker>, IClassFixture<ClosedTracker>
{
    private static readonly string[] _anyMethod = ["GET", "POST", "PUT", "DELETE"];

    [Fact]
    public void Every_route_has_its_place_in_the_table_and_every_place_its_route()
    {
        var routes = Routes(open).Select(route => route.Entry).Distinct().Order(StringComparer.Ordinal).ToList();

        routes.Should().HaveCountGreaterThan(80);
        var unwritten = routes.Except(LeastRoles.ByRoute.Keys).ToList();
        unwritten.Should().BeEmpty("whoever adds a route writes its least role into LeastRoles: {0}", string.Join(", ", unwritten));
        LeastRoles.ByRoute.Keys.Except(routes).Should().BeEmpty("these routes are gone");
    }

    [Fact]
    public Task Where_reading_is_open_every_route_lets_in_whom_the_table_says() => CheckAsync(open, isOpen: true);

    [Fact]
    public Task Where_reading_is_closed_every_route_lets_in_whom_the_table_says() => CheckAsync(closed, isOpen: false);

    private static async Task CheckAsync(Tracker tracker, bool isOpen)
    {
        var callers = await CallersAsync(tracker);
        using var anybody = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Public.BaseAddress };
        var wrong = new List<string>();
        foreach (var (entry, method, path, content) in Routes(tracker))
        {
            foreach (var (name, level, key) in callers)
            {
                var least = LeastRoles.ByRoute[entry] is Least.Reading && isOpen ? Least.Anybody : LeastRoles.ByRoute[entry];
                int? expected = level >= least ? null : level == Least.Anybody ? 401 : 403;
                var status = await AskAsync(anybody, method, path, content, key);
                if (expected is null ? status is 401 or 403 or 429 or (>= 500 and not 501) : status != expected)
                {
                    wrong.Add($"{method} {path} answered {status} to {name}, not {(expected is null ? "what is for whom the route is" : expected)}");
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    /// <summary>A key that is in force no longer is as good as none.</summary>
    private static async Task<IReadOnlyList<(string Name, Least Level, string? Key)>> CallersAsync(Tracker tracker)
    {
        var first = await tracker.Admin.AddKeyAsync("admin");
        using var admin = tracker.Client(first); // the bootstrap key is in force no longer
        var (revoked, expired) = (await admin.AddKeyAsync(Guarded.KeyFor("admin")), await admin.AddKeyAsync(Guarded.KeyFor("admin")));
        await tracker.ExpireAsync(expired);
        await admin.RevokeAsync(revoked);
        return
        [
            ("nobody", Least.Anybody, null),
            ("a reader", Least.Reader, await admin.AddKeyAsync("reader")),
            ("an analyst", Least.Analyst, await admin.AddKeyAsync("analyst")),
            ("an editor", Least.Editor, await admin.AddKeyAsync("editor")),
            ("an admin", Least.Admin, first),
            ("a revoked admin", Least.Anybody, revoked.Text()),
            ("an expired admin", Least.Anybody, expired.Text()),
        ];
    }

    private static IEnumerable<(string Entry, string Method, string Path, string? Content)> Routes(Tracker tracker) =>
        from route in tracker.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
        let pattern = "/" + route.RoutePattern.RawText!.Trim('/')
        let methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
        from method in methods ?? _anyMethod
        select ($"{(methods is null ? "ANY" : method is "HEAD" ? "GET" : method)} {pattern}", method, Filled(pattern), method is "POST" or "PUT" ? route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json" : null);

    /// <summary>Of things that are not there: who may ask is decided before.</summary>
    private static string Filled(string pattern) => Regex.Replace(pattern, @"\{[^}]+\}", part =>
        part.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : part.Value.Contains(":int", StringComparison.Ordinal) ? "0" : "nothing");

    private static async Task<int> AskAsync(HttpClient anybody, string method, string path, string? content, string? key)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        request.Content = content is null ? null : new StringContent("{}", Encoding.UTF8, content);
        using var response = await anybody.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)response.StatusCode;
    }
}
