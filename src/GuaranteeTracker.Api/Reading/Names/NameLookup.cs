using System.Globalization;
using System.Runtime.CompilerServices;

namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>Something that was found.</summary>
/// <param name="Match">How it answers to what was wished for; null where nothing was.</param>
/// <param name="Obvious">Nothing else that was found answers as well: true of the first alone.</param>
internal sealed record Found<T>(T Thing, NameMatch? Match, bool Obvious);

/// <summary>Finds things by id, name, other names and misspellings of these: the one rule for lists and pages.</summary>
internal static class NameLookup
{
    /// <param name="wish">Null for all things, as they come.</param>
    /// <param name="names">What each may be found by.</param>
    /// <returns>The best first, then by name and id; nothing where nothing is like it.</returns>
    public static IReadOnlyList<Found<T>> Find<T>(IEnumerable<T> things, string? wish, Func<T, NamedThing> names)
        where T : class
    {
        if (wish is null)
        {
            return [.. things.Select(thing => new Found<T>(thing, null, false))];
        }

        var folded = FoldedName.Of(wish);
        var ranked =
            (from thing in things
             let named = Memory<T>.Names.GetValue(thing, names.Invoke)
             let answer = named.Answer(wish, folded)
             where answer is not null
             select (Thing: thing, Named: named, Answer: answer.Value))
            .OrderBy(found => found.Answer).ThenBy(found => found.Named.Name, StringComparer.OrdinalIgnoreCase).ThenBy(found => found.Named.Id, StringComparer.Ordinal)
            .ToList();
        return [.. ranked.Select((found, place) => new Found<T>(found.Thing, found.Answer.Match, place == 0 && (ranked.Count == 1 || ranked[1].Answer != found.Answer)))];
    }

    /// <summary>What was found with keys to page by: its place, or its id where nothing was wished for.</summary>
    public static IEnumerable<(string Key, Found<T> Row)> Keyed<T>(string? wish, IEnumerable<Found<T>> found, Func<Found<T>, string> id) =>
        found.Select((one, place) => (wish is null ? id(one) : place.ToString("D9", CultureInfo.InvariantCulture), one));

    /// <summary>Folded names of what was looked through before, kept as long as the things, which never change.</summary>
    private static class Memory<T>
        where T : class
    {
        public static readonly ConditionalWeakTable<T, NamedThing> Names = [];
    }
}
