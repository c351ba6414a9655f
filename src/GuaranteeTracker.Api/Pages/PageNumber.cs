using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Pages;

/// <summary>Which part of something long is shown: the parameter <c>page</c>, from 1 on.</summary>
internal static class PageNumber
{
    public static Problem? TryRead(HttpContext http, out int page)
    {
        var text = http.Request.Query["page"];
        page = 1;
        return text.Count == 0 || (text.Count == 1 && int.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1)
            ? null
            : Problems.BadParameter("page", "Send page once, as a whole number from 1 on.");
    }

    /// <summary>The part of a list that is on a page.</summary>
    /// <param name="walk">Null where the page lies beyond the end.</param>
    public static IReadOnlyList<T> Cut<T>(HttpContext http, IReadOnlyList<T> all, int page, int size, out PageWalk? walk)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        if (page > pages)
        {
            walk = null;
            return [];
        }

        walk = new(page, pages, all.Count, page > 1 ? Address(page - 1) : null, page < pages ? Address(page + 1) : null);
        return [.. all.Skip((page - 1) * size).Take(size)];

        string Address(int number) => Links.Here(http, ("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)));
    }

    public static Problem BeyondTheEnd { get; } = new(422, "out-of-range", "There are fewer pages than that; leave page out to see the first.");
}

/// <summary>Where one is in something long.</summary>
/// <param name="All">How many things there are on all pages.</param>
/// <param name="Previous">Address; null on the first page.</param>
/// <param name="Next">Address; null on the last page.</param>
public sealed record PageWalk(int Page, int Pages, int All, string? Previous, string? Next);
