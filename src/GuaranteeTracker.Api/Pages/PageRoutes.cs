using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using Microsoft.AspNetCore.Http.Extensions;

namespace GuaranteeTracker.Api.Pages;

/// <summary>What the routes of all pages have in common.</summary>
internal static class PageRoutes
{
    /// <summary>A page for people. Fields of its forms that were left empty are taken out of the address.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapRead(pattern, handler).RequireAuthorization(Access.Reading).ExcludeFromDescription()
            .AddEndpointFilter(async (context, next) =>
            {
                var request = context.HttpContext.Request;
                return request.Query.Any(field => field.Value.Any(string.IsNullOrEmpty))
                    ? TypedResults.Redirect(request.Path.ToUriComponent() + Filled(request.Query))
                    : await next(context);
            });

    private static QueryString Filled(IQueryCollection query) => new QueryBuilder(
        from field in query from value in field.Value where !string.IsNullOrEmpty(value) select KeyValuePair.Create(field.Key, value)).ToQueryString();
}
