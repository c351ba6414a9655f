using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Where a replay goes: this process's own store, or a service somewhere else.</summary>
internal interface IRecordTarget
{
    Task<StepResult> SendAsync(RecordStep step, CancellationToken cancellation);

    /// <summary>The picture of D (a date or instant) as it is known now, as the service answers it.</summary>
    Task<JsonObject> PictureAsync(string asOf, CancellationToken cancellation);
}

/// <param name="Refusal">Why it was not recorded; null when it was, or had been.</param>
internal sealed record StepResult(bool IsNew, string? Refusal);
