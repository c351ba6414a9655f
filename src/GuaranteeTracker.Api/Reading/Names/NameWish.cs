using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>What somebody looks for by name: the parameter <c>q</c>.</summary>
internal static class NameWish
{
    private const int Longest = Wording.NameLength;

    /// <param name="wish">Null where the parameter is absent.</param>
    /// <param name="mayBeBlank">As a form that nobody filled in sends it: the same as absent.</param>
    public static Problem? TryRead(HttpContext http, out string? wish, bool mayBeBlank = false)
    {
        wish = null;
        var given = http.Request.Query["q"];
        if (given.Count == 0 || (mayBeBlank && given.Count == 1 && string.IsNullOrWhiteSpace(given[0])))
        {
            return null;
        }

        if (given.Count > 1)
        {
            return Problems.BadParameter("q", "Send q once; it may hold several words.");
        }

        if (UnicodeText.FindFault(given[0]!) is { } fault)
        {
            return Problems.BadParameter("q", $"The text holds {fault}; send it without.");
        }

        wish = UnicodeText.Normalise(given[0]!).Trim();
        return wish.Length is >= 1 and <= Longest ? null : new(422, "out-of-range", $"A name to look for has from 1 to {Longest} characters.", new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["q"] = [$"Send from 1 to {Longest} characters that are not all blank."],
        });
    }
}
