using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>The routes of a TimeGate and a TimeMap, for each original resource.</summary>
internal static class MementosApi
{
    /// <param name="path">Of the original.</param>
    /// <param name="name">Of the operations: <c>get{name}TimeGate</c> and <c>get{name}TimeMap</c>.</param>
    /// <param name="what">The original in words.</param>
    public static void MapMementos(this IEndpointRouteBuilder app, string path, string name, string what, ReadsOriginal read, params IReadOnlyList<AddressParameter> parameters)
    {
        var mementos = app.MapGroup("").WithTags("Mementos");
        mementos.MapRead(MementoLinks.TimeGates + path, (TimeGate gate, HttpContext http, CancellationToken cancellation) =>
                read(path, http, out var original) is { } unreadable ? Refuse(unreadable) : gate.AnswerAsync(http, original, cancellation))
            .Leads($"get{name}TimeGate", $"To {what} as it was known at a moment (Memento, RFC 7089)")
            .WithDescription("Leads to the pinned address that was current at Accept-Datetime: before the first to the first, after the last to the last; without the header to the last.")
            .TakesHeader(AcceptDatetime.Name, "An RFC 1123 date in GMT: Wed, 20 Aug 2025 21:30:00 GMT.")
            .Takes(parameters);
        mementos.MapRead(MementoLinks.TimeMaps + path, (TimeMap map, HttpContext http, CancellationToken cancellation) =>
                read(path, http, out var original) is { } unreadable ? Refuse(unreadable)
                : TryReadAfter(http, out var after) is { } unusable ? Refuse(unusable)
                : map.AnswerAsync(http, original, after, cancellation))
            .Reads<string>($"get{name}TimeMap", $"Every moment at which {what} changed (Memento, RFC 7089)", mediaTypes: WebLink.Format)
            .WithDescription($"Links in pages of at most {TimeMap.MostMementos} mementos; a link with rel=timemap leads to the next page.")
            .Takes([.. parameters, AddressParameter.After]);
    }

    private static Task<IResult> Refuse(Problem problem) => Task.FromResult<IResult>(new ProblemResult(problem));

    private static Problem? TryReadAfter(HttpContext http, out long after)
    {
        var given = http.Request.Query["after"];
        after = 0;
        return given.Count == 0 || (given.Count == 1 && given[0]!.Length <= 18 && long.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out after))
            ? null
            : Problems.BadParameter("after", "Take the address of the next page, unchanged, from the link with rel=timemap; or leave after out to begin.");
    }
}
