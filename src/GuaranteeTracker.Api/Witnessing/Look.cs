namespace GuaranteeTracker.Api.Witnessing;

/// <summary>What came of a look at the log.</summary>
/// <param name="Size">Of the checkpoint that was looked at; null where there was none to be had.</param>
/// <param name="What">A sentence.</param>
internal sealed record Look(LookResult Result, long? Size, string What);

internal enum LookResult
{
    /// <summary>The log goes on where it was, and the checkpoint is cosigned.</summary>
    Cosigned,

    /// <summary>The log contradicts what it said before: somebody has to look into it.</summary>
    Refused,

    /// <summary>The log does not answer. Nothing is known.</summary>
    Away,
}
