using GuaranteeTracker.Api.Hosting.Security;
using Microsoft.AspNetCore.Http.Timeouts;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>What every route says about itself: name, summary, answers, problems, and who may call it.</summary>
internal static class Routes
{
    private static readonly string[] _reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>GET, and HEAD with the same answer less its body.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, _reading, handler);

    public static RouteHandlerBuilder Reads<T>(
        this RouteHandlerBuilder route, string name, string summary, string policy = Access.Reading, params string[] mediaTypes) =>
        route.WithName(name).WithSummary(summary).RequireAuthorization(policy)
            .Produces<T>(StatusCodes.Status200OK, mediaTypes is [var first, ..] ? first : "application/json", mediaTypes is [_, .. var others] ? others : [])
            .Produces(StatusCodes.Status304NotModified)
            .Problems(400, 401, 403, 404, 406, 422, 429, 503);

    /// <summary>A route that leads elsewhere.</summary>
    public static RouteHandlerBuilder Leads(this RouteHandlerBuilder route, string name, string summary, string policy = Access.Reading) =>
        route.WithName(name).WithSummary(summary).RequireAuthorization(policy)
            .Produces(StatusCodes.Status302Found)
            .Problems(400, 401, 403, 404, 429, 503);

    /// <param name="creates">Whether it makes something new: 201 then, and no If-Match is needed.</param>
    public static RouteHandlerBuilder Records<T>(this RouteHandlerBuilder route, string name, string summary, bool creates = false, string policy = Access.Recording)
    {
        if (creates)
        {
            route.Produces<T>(StatusCodes.Status201Created);
        }

        return route.WithName(name).WithSummary(summary).RequireAuthorization(policy)
            .WithMetadata(new RecordsMetadata())
            .WithMetadata(new DisableRequestTimeoutAttribute())
            .TakesPlainJson()
            .Produces<T>()
            .Problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503);
    }

    /// <summary>A stream of lines, answered with a stream of lines, of which the last is another.</summary>
    public static RouteHandlerBuilder Imports<T, TLast>(this RouteHandlerBuilder route, string name, string summary, string mediaType) =>
        route.WithName(name).WithSummary(summary).RequireAuthorization(Access.Recording)
            .WithMetadata(new LinesMetadata(mediaType, typeof(TLast)))
            .WithMetadata(new DisableRequestTimeoutAttribute())
            .TakesPlainJson()
            .Accepts<Stream>(mediaType)
            .Produces<T>(StatusCodes.Status200OK, mediaType)
            .Problems(400, 401, 403, 415, 429, 503);

    /// <summary>Changes what is no part of the record: without versions, and without answers that are kept.</summary>
    public static RouteHandlerBuilder Administers<T>(this RouteHandlerBuilder route, string name, string summary, bool creates = false) =>
        route.WithName(name).WithSummary(summary).RequireAuthorization(Access.Administering)
            .WithMetadata(new DisableRequestTimeoutAttribute())
            .TakesPlainJson()
            .Produces<T>(creates ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            .Problems(creates ? [400, 401, 403, 409, 413, 415, 422, 429, 503] : [400, 401, 403, 404, 413, 415, 422, 429, 503]);

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params IReadOnlyList<AddressParameter> parameters) =>
        route.WithMetadata(new ParametersMetadata(parameters));

    public static RouteHandlerBuilder TakesHeader(this RouteHandlerBuilder route, string name, string description) =>
        route.WithMetadata(new HeaderMetadata(name, description));

    private static RouteHandlerBuilder Problems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemAnswer>(status, ProblemAnswer.MediaType);
        }

        return route;
    }
}

/// <summary>Marks a route of lines.</summary>
/// <param name="Last">What the last line of the answer is.</param>
internal sealed record LinesMetadata(string MediaType, Type Last);

/// <summary>Marks a route whose JSON has another shape, too, if asked so.</summary>
internal sealed record OtherShapeMetadata(Type Shape);

/// <summary>Marks a recording route, so that its description can name the headers it takes.</summary>
internal sealed record RecordsMetadata;
