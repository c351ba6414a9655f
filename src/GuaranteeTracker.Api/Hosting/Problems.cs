using System.Globalization;
using GuaranteeTracker.Api.Hosting.Security.Tokens;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The problems that the service itself raises, and those of the domain as HTTP.</summary>
internal static class Problems
{
    public static Problem Busy { get; } = new(503, "busy", "Others keep changing the same thing; nothing was recorded. Send the request again.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    public static Problem QueueFull { get; } = new(429, "too-much-at-once", "More is being recorded than can wait here; nothing of this was recorded. Send the request again, a little later.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    public static Problem DeadlinePassed { get; } = new(503, "busy", "This waited as long as a request may, and its turn did not come; nothing was recorded. Send the request again.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static Problem DatabaseAway { get; } = new(503, "database-away", "The database does not answer; nothing was recorded. Send the request again.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static Problem TooSlow { get; } = new(503, "too-slow", "The answer took too long to make, so it was given up. Ask for less at once, or send the request again later.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static Problem IssuerAway { get; } = new(503, "issuer-away", "Whoever issued this token does not answer, so it cannot be checked; nothing was done. Send the request again, or use a key.")
    {
        RetryAfter = IssuerKeys.Pause,
    };

    public static Problem OutcomeUnknown { get; } = new(
        503, "outcome-unknown", "Nobody knows yet whether this was stored: the database went away meanwhile, or takes very long. Send the same request again, with the same id or Idempotency-Key: it is recorded once.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
        Outcome = "unknown",
    };

    public static Problem IdempotencyKeyReused { get; } = new(
        422, "idempotency-key-reused", "This Idempotency-Key was used for another request in the last 24 hours; send a new key.");

    /// <param name="wait">After how long one more is taken.</param>
    public static Problem TooManyRequests(TimeSpan wait) => new(429, "too-many-requests", "These are more requests than one caller may send; nothing was done. Come back after the seconds that Retry-After names.")
    {
        RetryAfter = TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)),
    };

    /// <param name="id">Named in the answer, unless it is nothing that could be an id.</param>
    public static Problem NotFound(string what, object id) => new(
        404, $"unknown-{what}", id is string text && !Slug.IsValid(text) ? $"There is no such {what}." : $"There is no {what} {id} on record.");

    public static Problem BadParameter(string name, string because) => new(
        400, "bad-parameter", because, new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [because] });

    /// <summary>A parameter that can be read and cannot be meant.</summary>
    public static Problem Unacceptable(string name, string code, string because) => new(
        422, code, because, new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [because] });

    public static Problem PreconditionMissing(long version) => new(
        428, "precondition-missing", $"Send If-Match with the version this change is based on; the current one is {Version(version)}.");

    public static Problem PreconditionFailed(long version) => new(
        412, "precondition-failed", version == 0
            ? "There is nothing here to match; leave If-Match out to create it."
            : $"Somebody changed this: it is at version {Version(version)} now. Read it again, and send If-Match with that version if the change still fits.");

    /// <param name="version">What the request says it makes, which something else has made.</param>
    public static Problem VersionTaken(long version) => new(409, "version-taken", $"Version {Version(version)} of this is on record, and it is another one.");

    /// <param name="current">The last version on record; 0 where there is none.</param>
    /// <param name="version">What the request says it makes.</param>
    public static Problem VersionMissing(long current, long version) => new(
        412, "precondition-failed", (current == 0 ? "Nothing of this is on record yet" : $"This is at version {Version(current)}")
            + (version - current == 2 ? $", and version {Version(version - 1)} is missing: send what makes it" : $", and versions {Version(current + 1)} to {Version(version - 1)} are missing: send what makes them")
            + $" before what makes {Version(version)}.");

    /// <param name="version">What the request says it makes.</param>
    public static Problem VersionNotMade(long version) => new(
        422, "version-not-made", $"This would not make version {Version(version)} alone: it changes nothing, or several things at once. Send one change for each version, or leave the version out.");

    public static Problem Of(Refusal refusal) => new(
        refusal.Kind switch
        {
            RefusalKind.Unacceptable => 422,
            RefusalKind.TooLarge => 413,
            RefusalKind.Conflict => 409,
            RefusalKind.Missing => 404,
            _ => throw new NotSupportedException($"{refusal.Kind} has no status."),
        },
        refusal.Code,
        refusal.Because,
        refusal.Faults.Count == 0 ? null : refusal.Faults
            .GroupBy(fault => fault.Pointer, StringComparer.Ordinal)
            .ToDictionary(at => at.Key, at => at.Select(fault => fault.Because).ToArray(), StringComparer.Ordinal));

    /// <summary>The first of what is wrong; null where nothing is.</summary>
    public static Problem? First(params ReadOnlySpan<Problem?> problems)
    {
        foreach (var problem in problems)
        {
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static string Version(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
