using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A parameter that takes one of a few words.</summary>
internal static class ChosenWord
{
    /// <param name="otherwise">Where the parameter is absent.</param>
    /// <param name="ending">Of each word, behind that of the value.</param>
    public static Problem? TryRead<T>(HttpContext http, string name, T otherwise, out T value, string ending = "")
        where T : struct, Enum
    {
        value = otherwise;
        var given = http.Request.Query[name];
        return given.Count == 0 || (given.Count == 1 && given[0]!.EndsWith(ending, StringComparison.Ordinal) && EnumWords.TryParse(given[0]![..^ending.Length], out value))
            ? null
            : Refuse(name, EnumWords.All<T>().Select(word => word + ending));
    }

    /// <summary>True or false, which is what it is where the parameter is absent.</summary>
    public static Problem? TryReadTruth(HttpContext http, string name, out bool value)
    {
        var given = http.Request.Query[name];
        value = given is ["true"];
        return given.Count == 0 || given is ["true" or "false"] ? null : Refuse(name, ["false", "true"]);
    }

    private static Problem Refuse(string name, IEnumerable<string> words) => Problems.BadParameter(name, $"Send {name} once, as one of {string.Join(", ", words)}.");
}
