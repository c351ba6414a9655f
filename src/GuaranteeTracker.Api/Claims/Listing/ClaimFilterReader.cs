using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Reads a filter from an address. What it cannot mean is refused, by the name of the parameter.</summary>
internal static class ClaimFilterReader
{
    /// <summary>Characters of a filter as an address has it: a cursor, which carries it, has to fit into an address too.</summary>
    private const int LongestFilter = 3_500;

    private const int LongestSearch = 500, LongestPublisher = 200;

    /// <summary>To exclude twice is to exclude; the database stumbles over more than 32 in a row.</summary>
    private static readonly Regex _dashes = new(@"-(\s*-)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Problem _tooLong = new(422, "too-many", $"The filters have more than {LongestFilter} characters together. Send fewer values, or ask in several times.");

    public static Problem? TryRead(IQueryCollection query, out ClaimFilter filter)
    {
        var problem = Problems.First(
            Selections.TryRead(query, ClaimParameters.Actor, out var actors),
            Selections.TryRead(query, ClaimParameters.Speaker, out var speakers),
            Selections.TryRead(query, ClaimParameters.ReportedBy, out var reporters),
            Selections.TryRead(query, ClaimParameters.Topic, out var topics),
            TryReadWords<Stance>(query, ClaimParameters.Stance, out var stances),
            TryReadWords<Act>(query, ClaimParameters.Act, out var acts),
            TryReadWords<Voice>(query, ClaimParameters.Voice, out var voices),
            TryReadWords<ClaimStatus>(query, ClaimParameters.Status, out var statuses),
            TryReadSources(query, out var sources),
            TryReadPublishers(query, out var publishers),
            TryReadReach(query, ClaimParameters.StatedFrom, ClaimParameters.StatedTo, out var stated),
            TryReadReach(query, ClaimParameters.RecordedFrom, ClaimParameters.RecordedTo, out var recorded),
            Moments.TryReadMoment(query, ClaimParameters.AsOf, out var asOf),
            TryReadSearch(query, out var search),
            TryReadSort(query, out var sort));
        filter = new(actors, speakers, reporters, topics, publishers, sources, stances, acts, voices, statuses, stated, recorded, asOf?.End, search, sort);
        return problem ?? (filter.Write().Length > LongestFilter ? _tooLong : null);
    }

    private static Problem? TryReadWords<T>(IQueryCollection query, string name, out IReadOnlyList<T> values)
        where T : struct, Enum
    {
        var read = new SortedSet<T>();
        values = [];
        foreach (var word in query[name])
        {
            if (!EnumWords.TryParse<T>(word ?? "", out var value))
            {
                return Problems.BadParameter(name, $"Send one of {ClaimParameters.WordsOf<T>()}. Repeat {name}= for several.");
            }

            read.Add(value);
        }

        values = [.. read];
        return null;
    }

    private static Problem? TryReadSources(IQueryCollection query, out IReadOnlyList<Guid> sources)
    {
        var read = new SortedSet<Guid>();
        sources = [];
        foreach (var id in query[ClaimParameters.Source])
        {
            if (!Guid.TryParseExact(id, "D", out var source))
            {
                return Problems.BadParameter(ClaimParameters.Source, "Send a source's id, a UUID: dcb73d2d-251b-409c-8d6c-85f94c8576c5. Repeat source= for several.");
            }

            read.Add(source);
        }

        sources = [.. read];
        return null;
    }

    private static Problem? TryReadPublishers(IQueryCollection query, out IReadOnlyList<string> publishers)
    {
        publishers = [.. query[ClaimParameters.Publisher].Select(name => name ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return publishers.All(name => name.Length is > 0 and <= LongestPublisher && !name.Any(char.IsControl))
            ? null
            : Problems.BadParameter(ClaimParameters.Publisher, $"Send a publisher's name, of at most {LongestPublisher} characters. Repeat publisher= for several.");
    }

    private static Problem? TryReadReach(IQueryCollection query, string from, string to, out Reach reach)
    {
        var problem = Problems.First(Moments.TryReadMoment(query, from, out var first), Moments.TryReadMoment(query, to, out var last));
        reach = new(first?.Earliest, last?.End);
        return problem ?? reach.RefuseEmpty(from, to);
    }

    private static Problem? TryReadSearch(IQueryCollection query, out string? search)
    {
        var given = query[ClaimParameters.Search];
        search = given.Count == 0 ? null : _dashes.Replace(given.ToString(), "-").Trim();
        return search is null || (given.Count == 1 && search.Length is > 0 and <= LongestSearch && !search.Any(char.IsControl))
            ? null
            : Problems.BadParameter(ClaimParameters.Search, $"Send q once: up to {LongestSearch} characters of words to search for, \"a phrase\", -without.");
    }

    private static Problem? TryReadSort(IQueryCollection query, out ClaimSort sort)
    {
        var given = query[ClaimParameters.Sort];
        var found = given.Count == 0 ? ClaimSort.Stated : ClaimSort.All.FirstOrDefault(one => given.Count == 1 && one.Name == given[0]);
        sort = found ?? ClaimSort.Stated;
        return found is null ? Problems.BadParameter(ClaimParameters.Sort, $"Send sort once: {string.Join(", ", ClaimSort.All.Select(one => one.Name))}.") : null;
    }
}
