using GuaranteeTracker.Api.Mementos;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>
/// How the picture at one D went through the record. Two pictures are compared topic by topic, only those that something was recorded about, and without
/// their words; words are read where nothing else differs.
/// </summary>
internal sealed class PictureHistory : IAnswerHistory
{
    private static readonly ClaimContent _anyWords = new(
        "", "", Stance.Undecided, Act.Statement, Voice.Quote, null, null, Edtf.TryParse("2025", out var year, out _) ? year : throw new InvalidOperationException(),
        null, "", [], [], new(Guid.Empty, [new("", null, null, 0, 0)]));

    private readonly KnownRecord _record;
    private readonly Contents _contents;
    private readonly DateTime _asOf;
    private readonly Selection _shown;
    private readonly Dictionary<string, TopicTimeline> _timelines;

    /// <summary>Null where everything is shown: whoever gains or loses a position does so on a topic that is shown.</summary>
    private readonly Placements? _placements;

    private PictureHistory(KnownRecord record, Contents contents, DateTime asOf, Selection shown, IReadOnlyList<TopicTimeline> timelines, Placements? placements) =>
        (_record, _contents, _asOf, _shown, _timelines, _placements) =
        (record, contents, asOf, shown, timelines.ToDictionary(timeline => timeline.Topic, StringComparer.Ordinal), placements);

    /// <param name="record">At a checkpoint.</param>
    public static async Task<IAnswerHistory> ReadAsync(KnownRecord record, Contents contents, DateTime asOf, Selection shown) => new PictureHistory(
        record, contents, asOf, shown, await record.TimelinesAsync(shown),
        shown.Actors.Count + shown.Topics.Count == 0 ? null : Placements.Of(await record.TimelinesAsync(Selection.Everything), asOf));

    public void Collect(Stretch period, ICollection<Touch> into)
    {
        foreach (var timeline in _timelines.Values)
        {
            Touch.CollectClaims(timeline, _asOf, _ => true, period, into);
            foreach (var reworded in _record.Catalogue.Topics.RecordedOf(timeline.Topic).Where(period.Holds))
            {
                into.Add(new(reworded, timeline.Topic, null));
            }
        }

        Touch.CollectMandates(_timelines.Values, _record.Catalogue.Mandates, period, into);
        foreach (var turn in (_placements?.Turns ?? []).Where(period.Holds))
        {
            into.Add(new(turn, null, null));
        }
    }

    public async Task<Comparison> CompareAsync(long before, long after, IReadOnlyCollection<Touch> touches, CancellationToken cancellation)
    {
        var touched = touches.Any(touch => touch.Topic is null) ? [.. _timelines.Keys] : touches.Select(touch => touch.Topic!).ToHashSet(StringComparer.Ordinal);
        var (cells, claims, reworded) = (0, 0, new List<TopicTimeline>());
        foreach (var timeline in touched.Select(topic => _timelines[topic])) // one after the other: mostly the first one differs
        {
            var (then, now) = (OutlineAt(before, timeline), OutlineAt(after, timeline));
            cells += timeline.Actors;
            if (Differ(then, now, before, after, _ => _anyWords))
            {
                return new(true, cells);
            }

            claims += now.Counts.Claims - then.Counts.Claims;
            if (!then.Spoken.ToHashSet().SetEquals(now.Spoken))
            {
                reworded.Add(timeline);
            }
        }

        // One claim in place of another that no position shows: it may be found in a source that no other claim shown is found in.
        if (claims != 0 || await AreRewordedAsync(reworded, before, after, cancellation))
        {
            return new(true, cells);
        }

        return touches.Count(touch => touch.Actor is { } actor && _shown.Actor(actor)) <= 1
            ? new(false, cells)
            : new(
                OutlineAt(before, [.. _timelines.Values]).Counts != OutlineAt(after, [.. _timelines.Values]).Counts,
                cells + _timelines.Values.Sum(timeline => timeline.Actors));
    }

    private async Task<bool> AreRewordedAsync(List<TopicTimeline> topics, long before, long after, CancellationToken cancellation)
    {
        if (topics.Count == 0)
        {
            return false;
        }

        var (then, now) = (OutlineAt(before, [.. topics]), OutlineAt(after, [.. topics]));
        var other = then.Spoken.ToHashSet();
        other.SymmetricExceptWith(now.Spoken);
        var words = await _contents.ReadAsync(other, cancellation);
        return Differ(then, now, before, after, key => other.Contains(key) ? words(key) : _anyWords);
    }

    private bool Differ(Outline then, Outline now, long before, long after, Func<ContentKey, ClaimContent> words)
    {
        var (old, @new) = (Tell(then, before, words), Tell(now, after, words));
        return !old.Topics.Equals(@new.Topics) || !old.Contradictions.Equals(@new.Contradictions);
    }

    private Outline OutlineAt(long known, params IReadOnlyList<TopicTimeline> timelines) =>
        Outline.Of(timelines, _record.Catalogue.Mandates, new(_asOf, known), _shown, withRuns: true);

    private Picture Tell(Outline outline, long known, Func<ContentKey, ClaimContent> words) =>
        Picture.Of(outline, topic => TopicLabel.Of(_record.Catalogue.Topics.At(topic, known)!.State), _placements?.At(known) ?? [], words);
}
