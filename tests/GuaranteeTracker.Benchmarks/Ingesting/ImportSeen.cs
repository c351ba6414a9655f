using System.Globalization;
using GuaranteeTracker.Benchmarks.Loading;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>What one large import gave.</summary>
/// <param name="Answered">Until the last result line.</param>
/// <param name="Covered">Until the last checkpoint covered every event.</param>
/// <param name="Listed">Until claims' versions and listing had the last claim.</param>
/// <param name="Peak">Of the service's memory until then, in MiB.</param>
/// <param name="Resident">Its memory over time.</param>
/// <param name="Refused">Pictures meanwhile that were not answered 200.</param>
/// <param name="Rows">Claims with rows in the end.</param>
/// <param name="Before">Rows a second by COPY; <paramref name="After"/> the same once the import was done.</param>
internal sealed record ImportSeen(
    ImportFile File, ResultTally Results, TimeSpan Answered, TimeSpan Covered, TimeSpan Listed, Lags Lags, double Peak, string Resident,
    Samples During, int Refused, Samples Quiet, (long Versions, long Listing) Rows, double Before, double After)
{
    /// <summary>With everything caught up.</summary>
    public double ClaimsPerSecond => File.Claims / Whole.TotalSeconds;

    /// <summary>To the mean of both floors.</summary>
    public double Ratio => ClaimsPerSecond / ((Before + After) / 2);

    private TimeSpan Whole => Listed > Covered ? Listed : Covered;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        | until | s | claims/s | × COPY |
        | --- | --- | --- | --- |
        | the last result line | {Row(Answered)}
        | the last checkpoint covered every event | {Row(Covered)}
        | versions and listing had every claim | {Row(Listed)}

        * results: {Results.Lines} lines: {Results}{string.Concat(Results.Kept.Select(line => $"\n  * `{(line.Length > 300 ? line[..300] : line)}`"))}
        * claims with versions {Rows.Versions}, in the listing {Rows.Listing}, of {File.Claims}
        * COPY of as many rows: {Before:0} rows/s before, {After:0} after
        * transaction to checkpoint, {Lags.Events} events: p50 {Lags.P50:0} ms, p99 {Lags.P99:0} ms, longest {Lags.Longest:0} ms
        * pictures of one topic: during p50 {During.Median / 1000:0.0} ms, p99 {During.P99 / 1000:0.0} ms ({During.Count}; {Refused} not answered 200); quiet p50 {Quiet.Median / 1000:0.0} ms, p99 {Quiet.P99 / 1000:0.0} ms ({Quiet.Count})
        * memory: {Peak:0} MiB at most; over time {Resident}
        """);

    private string Row(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} | {File.Claims / time.TotalSeconds:0} | {File.Claims / time.TotalSeconds / ((Before + After) / 2):0.000} |");
}
