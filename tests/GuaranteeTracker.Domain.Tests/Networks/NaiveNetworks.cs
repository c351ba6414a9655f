using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Tests.Pictures;

namespace GuaranteeTracker.Domain.Tests.Networks;

/// <summary>Networks as docs/networks.md defines them, claim by claim and pair by pair, however long it takes.</summary>
internal static class NaiveNetworks
{
    /// <summary>Ids and weight of each edge; a topic's id with a star, as an actor may have the same.</summary>
    public static IEnumerable<(string Source, string Target, double Weight)> Edges(IReadOnlyList<NaiveClaim> all, NetworkQuestion question, DayWindow days)
    {
        var claims = Counted(all, question.Duplicates, days);
        if (question.Kind == NetworkKind.TwoMode)
        {
            return claims.GroupBy(claim => (claim.Actor, claim.Topic)).Select(cell => (cell.Key.Actor, cell.Key.Topic + "*", (double)cell.Count()));
        }

        var byNode = claims.ToLookup(claim => question.Nodes == NodeKind.Actor ? claim.Actor : claim.Topic);
        return from one in byNode
               from other in byNode
               where string.CompareOrdinal(one.Key, other.Key) < 0
               from weight in Weights(question, [.. one], [.. other])
               select (one.Key + Star(question), other.Key + Star(question), weight);
    }

    public static IEnumerable<(string Id, int Claims)> Nodes(IReadOnlyList<NaiveClaim> all, NetworkQuestion question, DayWindow days)
    {
        var claims = Counted(all, question.Duplicates, days).ToList();
        IEnumerable<(string, int)> actors = claims.GroupBy(claim => claim.Actor).Select(actor => (actor.Key, actor.Count()));
        IEnumerable<(string, int)> topics = claims.GroupBy(claim => claim.Topic).Select(topic => (topic.Key + "*", topic.Count()));
        return question.Kind == NetworkKind.TwoMode ? actors.Concat(topics) : question.Nodes == NodeKind.Actor ? actors : topics;
    }

    private static string Star(NetworkQuestion question) => question.Nodes == NodeKind.Topic ? "*" : "";

    private static IEnumerable<double> Weights(NetworkQuestion question, Counted[] one, Counted[] other)
    {
        string WithOf(Counted claim) => question.Nodes == NodeKind.Actor ? claim.Topic : claim.Actor;
        var pairs = (from x in one from y in other where WithOf(x) == WithOf(y) select x.Agrees == y.Agrees).ToList();
        var (congruence, conflict) = (pairs.Count(agree => agree), pairs.Count(agree => !agree));
        if (question.Kind switch { NetworkKind.Congruence => congruence, NetworkKind.Conflict => conflict, _ => congruence + conflict } == 0)
        {
            yield break;
        }

        double weight = question.Kind switch { NetworkKind.Congruence => congruence, NetworkKind.Conflict => conflict, _ => congruence - conflict };
        var alone = one.Count(x => !other.Any(y => IsSame(x, y))) + other.Count(y => !one.Any(x => IsSame(x, y)));
        yield return weight / question.Normalisation switch
        {
            Normalisation.Average => (one.Length + other.Length) / 2.0,
            Normalisation.Jaccard => alone + congruence,
            Normalisation.Cosine => one.Length * other.Length,
            _ => 1,
        };

        bool IsSame(Counted x, Counted y) => WithOf(x) == WithOf(y) && x.Agrees == y.Agrees;
    }

    private static IEnumerable<Counted> Counted(IReadOnlyList<NaiveClaim> all, Duplicates duplicates, DayWindow days) =>
        from claim in all
        let day = DateOnly.FromDateTime(claim.Effective)
        where days.First <= day && day <= days.Last && claim.Content.Stance != Stance.Undecided && claim.FirstHand
        let counted = new Counted(claim.Content.Actor, claim.Content.Topic, claim.Content.Stance > 0)
        group counted by (counted, duplicates switch
        {
            Duplicates.All => claim.Id.ToString(),
            Duplicates.Document => claim.Source.Source.ToString(),
            Duplicates.Day => $"{day:O}",
            Duplicates.Week => $"{System.Globalization.ISOWeek.GetYear(day)} {System.Globalization.ISOWeek.GetWeekOfYear(day)}",
            Duplicates.Month => $"{day:yyyy-MM}",
            Duplicates.Year => $"{day:yyyy}",
            _ => "",
        })
        into same
        select same.Key.counted;
}

/// <summary>A claim that counts.</summary>
internal sealed record Counted(string Actor, string Topic, bool Agrees);
