using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Refuses parameters that a route does not say it takes: a filter spelt wrong would be one that is not there, and the answer a wrong one.</summary>
internal static class KnownParameters
{
    /// <summary>What is longer than any name is not said back.</summary>
    private const int Longest = 40;

    /// <summary>Null where the address has none but those that the route names (<see cref="Routes.Takes"/>).</summary>
    public static Problem? Refuse(HttpContext http)
    {
        var known = http.GetEndpoint()!.Metadata.OfType<ParametersMetadata>().SelectMany(route => route.Parameters).Select(parameter => parameter.Name).ToList();
        return http.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? Problems.BadParameter(unknown.Length is > 0 and <= Longest ? unknown : "?", $"There is no such parameter here. Those there are: {string.Join(", ", known)}.")
            : null;
    }
}
