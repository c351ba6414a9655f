using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class RoutesWithoutRole
{
    [Fact]
    public async Task A_route_that_names_nobody_keeps_the_service_from_starting()
    {
        var start = () => WithAsync(app => app.MapPost("/api/forgotten", () => "open to all"));

        (await start.Should().ThrowAsync<StartException>()).Which.Message.Should().Contain("/api/forgotten").And.Contain("AllowAnonymous");
    }

    [Fact]
    public async Task To_be_anybody_with_a_key_is_no_role()
    {
        var start = () => WithAsync(app => app.MapGet("/api/forgotten", () => "open to all keys").RequireAuthorization());

        await start.Should().ThrowAsync<StartException>();
    }

    [Fact]
    public async Task A_route_that_names_a_policy_or_everybody_is_as_it_should_be()
    {
        var start = () => WithAsync(app =>
        {
            app.MapGet("/api/guarded", () => "").RequireAuthorization(Access.Administering);
            app.MapGet("/api/open", () => "").AllowAnonymous();
        });

        await start.Should().NotThrowAsync();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_route_that_came_later_and_names_nobody_lets_nobody_in(bool isRoute, bool isAllowed)
    {
        var http = new DefaultHttpContext { User = new KeyHolder("somebody", Role.Admin).AsCaller("test") };
        http.SetEndpoint(isRoute ? new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/later"), 0, null, null) : null);

        await WithAsync(_ => { }, async app =>
        {
            var policy = await app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
            var verdict = await app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, policy!);
            verdict.Succeeded.Should().Be(isAllowed, "where nothing is the answer is 404");
        });
    }

    /// <summary>The service with routes of a test's own beside its own: as it is built, and not started.</summary>
    private static async Task WithAsync(Action<WebApplication> map, Func<WebApplication, Task>? look = null)
    {
        var data = Directory.CreateTempSubdirectory("gt-routes-");
        await using var server = await Server.BuildAsync(
            [$"--GuaranteeTracker:DataDirectory={data.FullName}", $"--ConnectionStrings:GuaranteeTracker={await PostgresServer.ConnectionStringAsync()}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org", "--GuaranteeTracker:Daemon=Disabled"],
            default,
            map);
        await (look?.Invoke(server.App) ?? Task.CompletedTask);
    }
}
