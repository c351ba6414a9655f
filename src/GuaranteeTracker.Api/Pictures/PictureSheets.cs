using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Gathers what a page of a picture shows.</summary>
internal sealed class PictureSheets(Contents contents)
{
    private const int MostMoves = 40, MostPending = 20, MostContradictions = 20, MostEncounters = 100;

    /// <param name="isNow">Nobody asked for a D.</param>
    public async Task<PictureSheet> GatherAsync(DateTime asOf, bool isNow, KnownRecord record, PicturePlace place, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(asOf);
        var timelines = await record.TimelinesAsync(place.Shown);
        var outline = At(asOf, timelines, place.Shown);
        var eve = day == DateOnly.MinValue ? DateTime.MinValue : day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMicroseconds(-1);
        var moves = outline.MovedAfter(eve).ToList();
        var before = Before(moves.Take(MostMoves).ToList());
        var pending = outline.Topics.SelectMany(topic => topic.Pending.Select(claim => (topic.Topic, Claim: claim))).ToList();
        var words = await contents.ReadAsync(
            [
                .. moves.Take(MostMoves).Select(move => move.Cell.Content),
                .. pending.Take(MostPending).Select(item => item.Claim.Content),
                .. outline.Contradictions.Take(MostContradictions).SelectMany(contradiction => contradiction.Claims).Select(Known),
            ],
            cancellation);

        return new(
            asOf, isNow, record.Known, place, Matrix.Of(outline, record, MatrixWindow.Page),
            Some(moves, MostMoves, move => new Move(
                Actor(move.Cell.Actor), Topic(move.Topic), before.GetValueOrDefault((move.Topic, move.Cell.Actor)), move.Cell.Stance, move.Cell.AttributedOnly, move.Cell.Claim, words(move.Cell.Content).Summary)),
            Some(pending, MostPending, item => Possibly(item.Topic, item.Claim, words(item.Claim.Content))),
            Some(outline.Contradictions, MostContradictions, found => new Clash(found.Kind, Actor(found.Actor), Topic(found.Topic), Voice(found.Claims[0]), Voice(found.Claims[1]))),
            AxisOf(timelines, record, day));

        Outline At(DateTime moment, IReadOnlyList<TopicTimeline> of, Selection shown) => Outline.Of(of, record.Catalogue.Mandates, new(moment, record.K), shown);
        Dictionary<(string Topic, string Actor), Stance?> Before(List<(string Topic, Standing Cell)> moved)
        {
            var topics = moved.Select(move => move.Topic).ToHashSet(StringComparer.Ordinal);
            var actors = new Selection(moved.Select(move => move.Cell.Actor).ToHashSet(StringComparer.Ordinal), topics);
            var then = At(eve, [.. timelines.Where(timeline => topics.Contains(timeline.Topic))], actors);
            return (from topic in then.Topics from cell in topic.Cells select (topic.Topic, cell)).ToDictionary(cell => (cell.Topic, cell.cell.Actor), cell => (Stance?)cell.cell.Stance);
        }

        ContentKey Known(Guid claim) => new(claim, record.K);
        Named Actor(string id) => new(id, record.NameOf(id));
        Named Topic(string id) => new(id, record.LabelOf(id).Title);
        PossiblySaid Possibly(string topic, Pending claim, ClaimContent content) =>
            new(Actor(claim.Actor), Topic(topic), claim.Stance, content.Stated.Text, content.ReportedBy is { } teller ? record.NameOf(teller) : null, claim.Content.Claim, content.Summary);
        Voiced Voice(Guid claim) => words(Known(claim)) is var content && (content.ReportedBy ?? content.Speaker) is { } by
            ? new(claim, content.Stance, record.NameOf(by))
            : new(claim, content.Stance, null);
    }

    private static Few<TShown> Some<T, TShown>(IReadOnlyCollection<T> all, int most, Func<T, TShown> show) =>
        new([.. all.Take(most).Select(show)], Math.Max(0, all.Count - most));

    private static DateAxis AxisOf(IReadOnlyList<TopicTimeline> timelines, KnownRecord record, DateOnly day)
    {
        var spoken = SpokenDays.Around(timelines, record.K, day);
        var encounters = record.Catalogue.Encounters.AllAt(record.K).Select(encounter => encounter.State)
            .OrderBy(encounter => encounter.Content.Date.Mark).ThenBy(encounter => encounter.Id)
            .TakeLast(MostEncounters).ToList();
        var days = encounters.Select(encounter => encounter.Content.Date.MarkedDay).Concat(new[] { spoken.First, spoken.Last }.OfType<DateOnly>()).DefaultIfEmpty(day).ToList();
        return new(Shift(days.Min(), -1), Shift(days.Max(), 1), day, spoken.Before, spoken.After, encounters);
    }

    /// <summary>Stops at the ends of the calendar.</summary>
    private static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
