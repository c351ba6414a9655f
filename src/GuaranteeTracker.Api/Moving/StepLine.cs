using System.Text.Json;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Writes a step as the line that stands for it.</summary>
internal static class StepLine
{
    public static byte[] Write(RecordStep step)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(EnumWords.Of(step.Kind), step.Kind.OnlyCreates() ? null : step.Id, step.Version), FactRequests.Options);
        return [.. head.AsSpan(..^1), (byte)',', .. step.Body.Span[1..], (byte)'\n']; // one object
    }

    /// <param name="Id">Null where the request has it.</param>
    private sealed record Head(string Type, string? Id, long? Version);
}
