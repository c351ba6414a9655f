using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Reading;

/// <summary>
/// Answers routes that take D or K. With all that decides it in its address an answer never changes; any other names the
/// address at which it never will, once a checkpoint covers it.
/// </summary>
internal sealed class Snapshots(Moments moments, SnapshotCache kept, PublicAddress address, MementoLinks mementos)
{
    /// <summary>Version of rule and shape.</summary>
    public const string Version = "1";

    /// <summary>Makes an answer from D and what was known, or a <see cref="Problem"/>.</summary>
    public delegate Task<object> Dressing(DateTime asOf, KnownRecord record);

    /// <summary>The answer that was given at this very address before.</summary>
    /// <param name="format">JSON, where there is no choice.</param>
    public IResult? Find(HttpContext http, Format? format = null) => kept.Find(http, format ?? Format.Json);

    /// <summary>For routes at one D.</summary>
    /// <param name="filters">What else decides the answer, as the address has it.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, string path, IEnumerable<string> filters, Dressing dress, CancellationToken cancellation) =>
        moments.TryReadAsOf(http, out var asOf) is { } unreadable
            ? new ProblemResult(unreadable)
            : await AnswerAsync(
                http,
                record => dress(asOf, record),
                known => Pin(path, filters, known, asOf),
                pinned => mementos.HeadersOf(path, filters.Prepend($"asOf={Iso.Shortest(http.Request.Query.ContainsKey("asOf") ? asOf : moments.Today)}"), pinned),
                isDated: http.Request.Query.ContainsKey("asOf"),
                cancellation);

    /// <summary>For routes over all of D, or with dates of their own.</summary>
    /// <param name="filters">What else decides the answer, as the address has it.</param>
    /// <param name="isDated">False where a D is the time of asking.</param>
    public Task<IResult> AnswerAsync(
        HttpContext http, string path, IEnumerable<string> filters, Func<KnownRecord, Task<object>> dress, CancellationToken cancellation, bool isDated = true) =>
        AnswerAsync(
            http, dress, known => Pin(path, filters, known), pinned => mementos.HeadersOf(path, filters, pinned), isDated, cancellation);

    /// <summary>The address at which an answer never changes; null while no checkpoint covers all that it holds.</summary>
    /// <param name="filters">What else decides the answer, as the address has it.</param>
    /// <param name="asOf">D, for routes that take one.</param>
    public string? Pin(string path, IEnumerable<string> filters, Known known, DateTime? asOf = null) => known.Pending > 0 ? null : address.Of(
        $"{path}?{string.Join('&', [.. asOf is { } at ? [$"asOf={Iso.Instant(at)}"] : Array.Empty<string>(), $"knownAt={KnownAt.Write(known.Sequence)}", $"v={Version}", .. filters])}");

    /// <summary>Null where the address asks for the version there is, or for none.</summary>
    public static Problem? RefuseVersion(HttpContext http) =>
        http.Request.Query["v"] is { Count: > 0 } version && version.ToString() != Version ? Problems.BadParameter("v", $"There is version {Version} only: v={Version}.") : null;

    /// <summary>An answer whose address has all that decides it.</summary>
    /// <param name="headers">What else its head says.</param>
    public IResult Keep(HttpContext http, object answer, params IReadOnlyList<(string Name, string Value)> headers) => kept.Keep(http, ReadAnswer.Write(answer, headers));

    /// <param name="pin">The address of the same answer at what was known, where there is one.</param>
    /// <param name="link">What the head says of other states of the same resource, given K where the address has one.</param>
    /// <param name="isDated">False where D is the time of asking.</param>
    private async Task<IResult> AnswerAsync(
        HttpContext http, Func<KnownRecord, Task<object>> dress, Func<Known, string?> pin, Func<Known?, IReadOnlyList<(string Name, string Value)>> link, bool isDated,
        CancellationToken cancellation)
    {
        if (RefuseVersion(http) is { } otherVersion)
        {
            return new ProblemResult(otherVersion);
        }

        var (record, isPinned, problem) = await moments.ReadAsync(http, cancellation);
        var answer = record is null ? problem! : await dress(record);
        if (answer is Problem refused)
        {
            return new ProblemResult(refused);
        }

        var headers = link(isPinned ? record!.Known : null);
        if (isPinned && isDated && http.Request.Query.ContainsKey("v"))
        {
            return Keep(http, answer, headers);
        }

        if (pin(record!.Known) is { } pinned)
        {
            http.Response.Headers.ContentLocation = pinned;
        }

        return ReadAnswer.Current(http, answer, isDated ? null : (answer as IDatedAnswer)?.WithoutDate(), headers: headers);
    }
}

/// <summary>An answer that tells which D it used.</summary>
internal interface IDatedAnswer
{
    /// <summary>The same for any two answers that differ in nothing but their D; null where it makes no difference.</summary>
    object? WithoutDate();
}
