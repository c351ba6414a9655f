using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What a recording came to.</summary>
internal abstract record Outcome
{
    /// <param name="IsNew">Whether anything was stored; false for a repeat.</param>
    public sealed record Recorded(Answer Answer, bool IsNew) : Outcome;

    public sealed record Refused(Problem Problem) : Outcome;

    public static implicit operator Outcome(Problem problem) => new Refused(problem);
}

/// <summary>An answer, as it is sent and kept.</summary>
/// <param name="Location">Path of what was created; null where nothing was.</param>
/// <param name="ETag">The resource's version as a strong entity tag.</param>
/// <param name="Body">JSON, UTF-8.</param>
internal sealed record Answer(int Status, string? Location, string ETag, byte[] Body);
