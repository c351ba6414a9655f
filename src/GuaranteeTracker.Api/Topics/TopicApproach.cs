using System.Globalization;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Numbers;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Topics;

/// <summary>Whether the actors of a topic came closer, in a sentence: from the first day on which two of them had a first-hand position to the last on which anybody spoke.</summary>
/// <param name="Sentence">With the index, how many it is of, and from when to when.</param>
/// <param name="Address">Of the data; null where there is nothing to compare.</param>
public sealed record TopicApproach(string Sentence, string? Address)
{
    /// <param name="courses">Of one topic, one of each actor.</param>
    /// <param name="known">K as links have to carry it.</param>
    internal static TopicApproach Of(string topic, IReadOnlyCollection<CellCourse> courses, string? known)
    {
        var begun = courses.SelectMany(course => course.Spells.Where(spell => !spell.AttributedOnly).Take(1)).Select(spell => spell.From).Order().Skip(1).ToList();
        if (begun.Count == 0)
        {
            return new("Fewer than two actors have spoken first-hand: there is nothing to compare.", null);
        }

        var (from, to) = (EndOfDay(begun[0]), EndOfDay(courses.SelectMany(course => course.Claims).Max(claim => claim.Effective)));
        if (from == to)
        {
            return new($"Nobody has spoken since two actors had a position, on {Words.Of(from)}: there is nothing to compare.", null);
        }

        var convergence = Convergence.Between(courses, from, to);
        return new(
            Tell(convergence, Words.Of(from), Words.Of(to)),
            Links.To($"/api/topics/{topic}/convergence", ("from", Words.Iso(from)), ("to", Words.Iso(to)), ("knownAt", known)));
    }

    private static string Tell(Convergence convergence, string from, string to)
    {
        var index = convergence.Index!.Value;
        var verdict = index > 0 ? "They came closer" : index < 0 ? "They moved apart" : "They are as far apart as they were";
        var number = Math.Abs(index).ToString("0.00", CultureInfo.InvariantCulture);
        var entered = convergence.Entered == 0 ? "" : $" {Words.Count(convergence.Entered, "more actor has", "more actors have")} spoken since, and cannot be compared.";
        return $"{verdict}: convergence {(index < 0 ? "−" : "")}{number}, between −1 and 1, of the {Words.Count(convergence.Actors, "actor")} with a first-hand position on both {from} and {to}.{entered}";
    }

    private static DateTime EndOfDay(DateTime at) => Microseconds.EndOfDay(DateOnly.FromDateTime(at));
}
