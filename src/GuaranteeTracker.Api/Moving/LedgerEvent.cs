using System.Text.Json;
using GuaranteeTracker.Ledger;

namespace GuaranteeTracker.Api.Moving;

/// <summary>An event as the ledger has it.</summary>
/// <param name="Index">Of its leaf.</param>
/// <param name="At">When it was stored (UTC).</param>
/// <param name="Headers">Its stored JSON.</param>
/// <param name="Data">Its stored JSON.</param>
internal sealed record LedgerEvent(long Index, long Sequence, Guid Id, string Stream, long Version, string Type, DateTime At, JsonElement Headers, string Data)
{
    /// <summary>The analyst's pseudonym.</summary>
    public string? By => Headers.ValueKind == JsonValueKind.Object && Headers.TryGetProperty(Recording.Recorder.RecordedBy, out var by) ? by.GetString() : null;

    public Leaf Leaf => new(Id, Stream, Version, Type, At, Headers, JsonElement.Parse(Data));
}
