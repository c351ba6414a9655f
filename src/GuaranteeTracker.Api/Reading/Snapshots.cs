using System.Globalization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Reading;

/// <summary>
/// Answers routes that take D or K. With all that decides it in its address an answer never changes; any other names the
/// address at which it never will, once a checkpoint covers it.
/// </summary>
internal sealed class Snapshots(Moments moments, PublicAddress address)
{
    /// <summary>Version of rule and shape.</summary>
    private const string Version = "1";

    /// <summary>For routes at one D.</summary>
    /// <param name="filters">What else decides the answer, as the address has it.</param>
    /// <param name="dress">The answer from D and what was known, or a <see cref="Problem"/>.</param>
    public async Task<IResult> AnswerAsync(
        HttpContext http, string path, IEnumerable<string> filters, Func<DateTime, KnownRecord, object> dress, CancellationToken cancellation) =>
        moments.TryReadAsOf(http, out var asOf) is { } unreadable
            ? new ProblemResult(unreadable)
            : await AnswerAsync(
                http,
                record => dress(asOf, record),
                sequence => address.Of(string.Join('&', filters.Prepend(string.Create(
                    CultureInfo.InvariantCulture, $"{path}?asOf={asOf:yyyy-MM-ddTHH:mm:ss.FFFFFF}Z&knownAt=seq:{sequence}&v={Version}")))),
                isDated: http.Request.Query.ContainsKey("asOf"),
                cancellation);

    /// <summary>For routes over all of D.</summary>
    public Task<IResult> AnswerAsync(HttpContext http, string path, Func<KnownRecord, object> dress, CancellationToken cancellation) =>
        AnswerAsync(
            http, dress, sequence => address.Of(string.Create(CultureInfo.InvariantCulture, $"{path}?knownAt=seq:{sequence}&v={Version}")), isDated: true, cancellation);

    /// <param name="pin">The address of the same answer at a sequence number.</param>
    /// <param name="isDated">False where D is the time of asking.</param>
    private async Task<IResult> AnswerAsync(
        HttpContext http, Func<KnownRecord, object> dress, Func<long, string> pin, bool isDated, CancellationToken cancellation)
    {
        var version = http.Request.Query["v"];
        if (version.Count > 0 && version.ToString() != Version)
        {
            return new ProblemResult(Problems.BadParameter("v", $"There is version {Version} only: v={Version}."));
        }

        var (record, isPinned, problem) = await moments.ReadAsync(http, cancellation);
        var answer = record is null ? problem! : dress(record);
        if (answer is Problem refused)
        {
            return new ProblemResult(refused);
        }

        if (isPinned && isDated && version.Count > 0)
        {
            return ReadAnswer.Pinned(http, answer);
        }

        if (record!.Known.Pending == 0)
        {
            http.Response.Headers.ContentLocation = pin(record.Known.Sequence);
        }

        return ReadAnswer.Current(http, answer, isDated ? null : (answer as IDatedAnswer)?.WithoutDate());
    }
}

/// <summary>An answer that tells which D it used.</summary>
internal interface IDatedAnswer
{
    /// <summary>The same for any two answers that differ in nothing but their D.</summary>
    object WithoutDate();
}
