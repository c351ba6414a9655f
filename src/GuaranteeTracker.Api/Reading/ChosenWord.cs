using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A parameter that takes one of a few words.</summary>
internal static class ChosenWord
{
    /// <param name="otherwise">Where the parameter is absent.</param>
    public static Problem? TryRead<T>(HttpContext http, string name, T otherwise, out T value)
        where T : struct, Enum
    {
        value = otherwise;
        var given = http.Request.Query[name];
        return given.Count == 0 || (given.Count == 1 && EnumWords.TryParse(given[0]!, out value))
            ? null
            : Problems.BadParameter(name, $"Send {name} once, as one of {string.Join(", ", EnumWords.All<T>())}.");
    }
}
