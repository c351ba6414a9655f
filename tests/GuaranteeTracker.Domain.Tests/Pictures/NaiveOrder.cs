using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>Rule 4's total order: two claims at a time, one letter after another.</summary>
internal static class NaiveOrder
{
    private static readonly List<Voice> _fromFarToClose = [Voice.Hearsay, Voice.Observation, Voice.Paraphrase, Voice.Quote];

    public static NaiveClaim? Greatest(IEnumerable<NaiveClaim> claims) => Ascending(claims).LastOrDefault();

    /// <summary>Each claim comes after those it is above.</summary>
    public static List<NaiveClaim> Ascending(IEnumerable<NaiveClaim> claims)
    {
        var all = claims.ToList();
        return [.. all.OrderBy(claim => all.Count(other => IsAbove(claim, other)))];
    }

    /// <summary>The first letter in which two claims differ.</summary>
    public static string LetterBetween(NaiveClaim one, NaiveClaim other) => Compare(one, other).Letter;

    private static bool IsAbove(NaiveClaim one, NaiveClaim other) => Compare(one, other).IsAbove;

    private static (string Letter, bool IsAbove) Compare(NaiveClaim one, NaiveClaim other)
    {
        if (one.Outside != other.Outside)
        {
            return ("a", other.Outside);
        }

        if (one.UndatedObservation != other.UndatedObservation)
        {
            return ("b", other.UndatedObservation);
        }

        if (one.Effective != other.Effective)
        {
            return ("c", one.Effective > other.Effective);
        }

        // With the same end, the narrower span is the one that begins later.
        if (one.Earliest != other.Earliest)
        {
            return ("d", one.Earliest > other.Earliest);
        }

        if (one.Content.Voice != other.Content.Voice)
        {
            return ("e", _fromFarToClose.IndexOf(one.Content.Voice) > _fromFarToClose.IndexOf(other.Content.Voice));
        }

        if (one.Source.Published != other.Source.Published)
        {
            return ("f", one.Source.Published > other.Source.Published);
        }

        var (distance, otherDistance) = (Math.Abs((int)one.Content.Stance), Math.Abs((int)other.Content.Stance));
        if (distance != otherDistance)
        {
            return ("g", distance < otherDistance);
        }

        var bySource = string.CompareOrdinal(one.Source.Source.ToString(), other.Source.Source.ToString());
        if (bySource != 0)
        {
            return ("h, source", bySource > 0);
        }

        var (start, otherStart) = (one.Content.Evidence.Quotes[0].Start, other.Content.Evidence.Quotes[0].Start);
        return start != otherStart
            ? ("h, passage", start > otherStart)
            : ("h, id", string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()) > 0);
    }
}
