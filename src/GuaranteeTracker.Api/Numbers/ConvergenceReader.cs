using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Numbers;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Numbers;

/// <summary>Tells where the actors of a topic stood, in numbers, of what the record holds.</summary>
internal static class ConvergenceReader
{
    private const int MostMoments = 400, MostSpells = 10_000;

    private static readonly Problem
        _tooManyMoments = WholeDays.OutOfRange("step", $"These are more than {MostMoments} moments. Send from and to for a shorter period, or a longer step (at most {ConvergenceRequest.LongestStep})."),
        _tooManySpells = new(422, "too-many-positions", $"These are more than {MostSpells.ToString("N0", CultureInfo.InvariantCulture)} stances, the most that are told at once. Narrow them with from=, to= or actor=.");

    /// <returns>A <see cref="ConvergenceAnswer"/>, or why there is none.</returns>
    public static async Task<object> ReadAsync(string topic, ConvergenceRequest request, KnownRecord record)
    {
        if (record.Catalogue.Topics.At(topic, record.K) is null)
        {
            return Problems.NotFound("topic", topic);
        }

        var chosen = request.Actors.ToHashSet(StringComparer.Ordinal);
        var courses = CellCourse.All(await record.TimelineAsync(topic), record.Catalogue.Mandates, record.K).Where(course => chosen.Count == 0 || chosen.Contains(course.Actor)).ToList();
        if (request.Over(courses) is not (var from, var to))
        {
            return new ConvergenceAnswer(topic, record.Known, new(null, null), request.Step, null, null, null, 0, 0, new(null, null), [], []);
        }

        if (StanceSeries.Moments(from, to, request.Step, MostMoments) is not { } moments)
        {
            return _tooManyMoments;
        }

        var positions = courses.Select(course => PositionsOf(course, from, to)).Where(positions => positions.Spells.Count > 0).ToList();
        if (positions.Sum(actor => actor.Spells.Count) > MostSpells)
        {
            return _tooManySpells;
        }

        var series = StanceSeries.At(courses, moments).Zip(moments, MomentView.Of).ToList();
        var convergence = Convergence.Between(courses, from, to);
        return new ConvergenceAnswer(
            topic, record.Known, new(from, to), request.Step, series[0], series[^1],
            convergence.Index, convergence.Actors, convergence.Entered, new(convergence.Before, convergence.After), series, positions);
    }

    private static ActorStances PositionsOf(CellCourse course, DateTime from, DateTime to) => new(
        course.Actor, Convergence.StanceAt(course, from), Convergence.StanceAt(course, to),
        [.. course.Spells.Where(spell => spell.From <= to && !(spell.Until <= from)).Select(SpellView.Of)]);
}
