using System.Globalization;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>What some rounds of one way gave.</summary>
internal sealed class WaySeen(Way way)
{
    private readonly List<(Burst Burst, double Ratio, long Behind, ProcessorTimes Busy)> _rounds = [];

    public double ClaimsPerSecond => Median(round => Rate(way, round.Burst));

    /// <summary>The median of the rounds' ratios to the floor.</summary>
    public double Ratio => Median(round => round.Ratio);

    public static string Head =>
        "| way | claims/s | × floor, median (least–most) | p50 ms | p99 ms | p99.9 ms | behind at the end | processor µs a claim: service · PostgreSQL · this program | answers |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    /// <param name="behind">Events without a checkpoint when the burst ended.</param>
    /// <param name="busy">Microseconds a claim, until the leader had caught up.</param>
    public void Add(Burst burst, Burst floor, long behind, ProcessorTimes busy) => _rounds.Add((burst, Rate(way, burst) / floor.RequestsPerSecond, behind, busy));

    /// <summary>Claims, or rows, a second: what was answered 201.</summary>
    public static double Rate(Way way, Burst burst) => burst.RequestsPerSecond * way.ClaimsEach * Recorded(burst);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {way.Name} | {ClaimsPerSecond:0} | {Ratio:0.000} ({_rounds.Min(round => round.Ratio):0.000}–{_rounds.Max(round => round.Ratio):0.000}) "
        + $"| {Median(round => round.Burst.P50) / 1000:0.00} | {Median(round => round.Burst.P99) / 1000:0.00} | {Median(round => round.Burst.P999) / 1000:0.00} | {Median(round => round.Behind):0} "
        + $"| {Median(round => round.Busy.Service):0} · {Median(round => round.Busy.Postgres):0} · {Median(round => round.Busy.Own):0} | {Answers()} |");

    /// <summary>Claims, or rows, that were put on record.</summary>
    public static double Count(Way way, Burst burst) => burst.Statuses.Count == 0 ? burst.Count : burst.Statuses.GetValueOrDefault(201) * way.ClaimsEach;

    /// <summary>The share of answers that say a claim is newly on record. The floor has no answers, only rows.</summary>
    private static double Recorded(Burst burst) => burst.Statuses.Count == 0 ? 1
        : (double)burst.Statuses.GetValueOrDefault(201) / Math.Max(1, burst.Statuses.Where(status => status.Key != 0).Sum(status => status.Value));

    private string Answers() => string.Join(
        ", ", _rounds.SelectMany(round => round.Burst.Statuses).GroupBy(status => status.Key, status => status.Value).OrderBy(status => status.Key)
            .Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Sum()} × {(status.Key == 0 ? "hung up" : status.Key)}")));

    private double Median(Func<(Burst Burst, double Ratio, long Behind, ProcessorTimes Busy), double> value) => Samples.MedianOf(_rounds.Select(value));
}
