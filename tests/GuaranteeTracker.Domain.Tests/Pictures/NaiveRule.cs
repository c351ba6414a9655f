using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>
/// The rule a second time, from the specification alone: straight from the facts, by brute force, no step shared with the code under test.
/// Only the records that a picture is made of are the same, so that two pictures can be compared.
/// </summary>
internal sealed class NaiveRule(IReadOnlyList<IFact> facts, DateTime asOf)
{
    private readonly List<NaiveClaim> _live = [.. NaiveClaim.AllOf(facts)];

    public Picture Picture(Selection shown)
    {
        var shownTopics = new List<TopicPicture>();
        var shownClaims = new List<NaiveClaim>();
        foreach (var topic in Ordinal(_live.Select(claim => claim.Content.Topic)).Where(topic => shown.Topics.Count == 0 || shown.Topics.Contains(topic)))
        {
            var positions = new List<Position>();
            var pending = new List<PendingClaim>();
            foreach (var actor in Ordinal(_live.Select(claim => claim.Content.Actor)).Where(actor => shown.Actors.Count == 0 || shown.Actors.Contains(actor)))
            {
                pending.AddRange(Pending(actor, topic).OrderBy(claim => claim.Id.ToString(), StringComparer.Ordinal)
                    .Select(claim => new PendingClaim(actor, claim.Id, claim.Content.Stance, claim.Content.Stated.Text)));
                if (Standing(actor, topic) is not null)
                {
                    positions.Add(Position(actor, topic));
                    shownClaims.AddRange(Counting(actor, topic));
                }
            }

            if (positions.Count > 0 || pending.Count > 0)
            {
                shownTopics.Add(new(Label(topic), [.. positions], [.. pending], Agreement(topic)));
            }
        }

        return new(
            [.. shownTopics],
            [.. shownTopics.SelectMany(topic => topic.Positions).SelectMany(position => position.Contradictions)],
            new(shownTopics.Sum(topic => topic.Positions.Count), shownClaims.Count, shownClaims.Select(claim => claim.Source.Source).ToHashSet().Count));
    }

    private List<NaiveClaim> Counting(string actor, string topic) =>
        [.. _live.Where(claim => claim.Content.Actor == actor && claim.Content.Topic == topic && claim.Effective <= asOf)];

    private List<NaiveClaim> Pending(string actor, string topic) =>
        [.. _live.Where(claim => claim.Content.Actor == actor && claim.Content.Topic == topic && claim.Earliest <= asOf && asOf < claim.Effective)];

    private NaiveClaim? Standing(string actor, string topic)
    {
        var counting = Counting(actor, topic);
        return NaiveOrder.Greatest(counting.Where(claim => claim.FirstHand)) ?? NaiveOrder.Greatest(counting);
    }

    private Position Position(string actor, string topic)
    {
        var standing = Standing(actor, topic)!;
        var alike = Alike(actor, topic);
        var run = new List<NaiveClaim>();
        NaiveClaim? before = null;
        for (var i = alike.Count - 1; i >= 0 && before is null; i--)
        {
            if (alike[i].Content.Stance == standing.Content.Stance)
            {
                run.Insert(0, alike[i]);
            }
            else
            {
                before = alike[i];
            }
        }

        var since = DateOnly.FromDateTime(run[0].Effective);
        var conditions = standing.Content.Conditions.Count > 0 ? null : run.LastOrDefault(claim => claim.Content.Conditions.Count > 0);
        var terms = standing.Content.Terms.Count > 0 ? null : run.LastOrDefault(claim => claim.Content.Terms.Count > 0);
        return new(
            actor, standing.Content.Stance, standing.Content.Act, since, KindOf(run[0]), standing.Id, standing.Content.Speaker, standing.Content.ReportedBy, standing.Content.Voice,
            standing.Content.Summary, standing.Content.Evidence.Quotes[0].Exact, standing.Content.Stated.Text, standing.Source.Source,
            (conditions ?? standing).Content.Conditions, conditions?.Id, (terms ?? standing).Content.Terms, terms?.Id,
            new(run.Count, run.Select(claim => claim.Source.Source).ToHashSet().Count, run.Select(claim => claim.Source.Publisher).ToHashSet().Count),
            before is null ? null : new(before.Content.Stance, since),
            !standing.FirstHand, standing.Disputed, standing.Outside, [.. Contradictions(actor, topic)]);
    }

    private IEnumerable<Contradiction> Contradictions(string actor, string topic)
    {
        var (standing, counting) = (Standing(actor, topic)!, Counting(actor, topic));
        var found = new List<(string Kind, Contradiction Contradiction)>();
        foreach (var other in counting.Where(claim => standing.FirstHand && claim != standing))
        {
            var steps = Math.Abs((int)other.Content.Stance - (int)standing.Content.Stance);
            if (!other.FirstHand && steps >= 2 && IsGreatest(other, among: claim => !claim.FirstHand && claim.Content.ReportedBy == other.Content.ReportedBy))
            {
                found.Add(standing.Effective < other.Effective
                    ? ("unconfirmed-hearsay", new(ContradictionKind.UnconfirmedHearsay, actor, topic, [standing.Id, other.Id]))
                    : ("denied-hearsay", new(ContradictionKind.DeniedHearsay, actor, topic, [standing.Id, other.Id])));
            }

            if (other.FirstHand && standing.Content.Speaker is not null && other.Content.Speaker is not null && other.Content.Speaker != standing.Content.Speaker
                && IsGreatest(other, among: claim => claim.FirstHand && claim.Content.Speaker == other.Content.Speaker)
                && (int)standing.Content.Stance * (int)other.Content.Stance < 0
                && !standing.Content.Stated.Text.StartsWith("..", StringComparison.Ordinal) && !other.Content.Stated.Text.StartsWith("..", StringComparison.Ordinal)
                && Math.Abs((standing.Effective - other.Effective).Ticks) <= 7 * 24 * TimeSpan.TicksPerHour)
            {
                found.Add(("split-voice", new(ContradictionKind.SplitVoice, actor, topic, [standing.Id, other.Id])));
            }
        }

        return found.OrderBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.Contradiction.Claims[1].ToString(), StringComparer.Ordinal).Select(one => one.Contradiction);

        bool IsGreatest(NaiveClaim claim, Func<NaiveClaim, bool> among) => NaiveOrder.Greatest(counting.Where(among)) == claim;
    }

    private Agreement Agreement(string topic)
    {
        var sides = new Dictionary<string, List<string>> { ["for"] = [], ["against"] = [], ["undecided"] = [], ["attributed"] = [], ["silent"] = [] };
        foreach (var actor in Ordinal(_live.Select(claim => claim.Content.Actor)))
        {
            if (Standing(actor, topic) is { } standing)
            {
                sides[!standing.FirstHand ? "attributed" : (int)standing.Content.Stance > 0 ? "for" : (int)standing.Content.Stance < 0 ? "against" : "undecided"].Add(actor);
            }
            else if (Pending(actor, topic).Count == 0 && _live.Exists(claim => Standing(actor, claim.Content.Topic) is not null))
            {
                sides["silent"].Add(actor);
            }
        }

        return new([.. sides["for"]], [.. sides["against"]], [.. sides["undecided"]], [.. sides["attributed"]], [.. sides["silent"]]);
    }

    /// <summary>From one claim to the next among those alike, whatever the date.</summary>
    public IEnumerable<Shift> Shifts(string actor, string topic)
    {
        var alike = Alike(actor, topic);
        for (var i = 1; i < alike.Count; i++)
        {
            var (before, after) = (alike[i - 1], alike[i]);
            if (before.Content.Stance != after.Content.Stance)
            {
                var sameSide = (int)before.Content.Stance * (int)after.Content.Stance > 0;
                yield return new(
                    sameSide ? ShiftKind.Strength : ShiftKind.Reversal, before.Content.Stance, after.Content.Stance,
                    DateOnly.FromDateTime(after.Effective), KindOf(after), before.Id, after.Id);
            }
        }
    }

    private List<NaiveClaim> Alike(string actor, string topic) => Standing(actor, topic) is not { } standing ? [] :
        NaiveOrder.Ascending(Counting(actor, topic).Where(claim =>
            claim.FirstHand == standing.FirstHand && claim.Outside == standing.Outside && claim.UndatedObservation == standing.UndatedObservation));

    private static SinceKind KindOf(NaiveClaim claim) => claim.Effective - claim.Earliest > new TimeSpan(24, 0, 0) ? SinceKind.By : SinceKind.On;

    private TopicLabel Label(string topic)
    {
        var wording = facts.OfType<ITopicFact>().Last(fact => fact.Topic == topic).Content;
        return new(topic, wording.Title, wording.Proposition);
    }

    private static IEnumerable<string> Ordinal(IEnumerable<string> ids) => ids.ToHashSet().OrderBy(id => id, StringComparer.Ordinal);
}
