using Microsoft.AspNetCore.Authorization;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>Every route says who may call it: a route that does not would be open by mistake.</summary>
internal static class RouteRoles
{
    /// <exception cref="StartException">A route names no policy, and does not say either that anybody may call it.</exception>
    public static void RefuseRoutesWithoutRole(this IEndpointRouteBuilder app)
    {
        if (app.DataSources.SelectMany(source => source.Endpoints).FirstOrDefault(endpoint => !NamesWho(endpoint)) is { } open)
        {
            throw new StartException($"The route {open.DisplayName} does not say who may call it, so the service does not start. Give it RequireAuthorization with one of the policies in Access, or AllowAnonymous.");
        }
    }

    /// <summary>For what names no policy all the same: routes refuse. Where nothing is, or nothing for that method, there is nothing to guard, and the answer says so.</summary>
    public static AuthorizationPolicy Denial { get; } = new AuthorizationPolicyBuilder()
        .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();

    private static bool NamesWho(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } named && named.All(access => access.Policy is { Length: > 0 });
}
