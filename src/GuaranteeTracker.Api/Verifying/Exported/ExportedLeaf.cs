using System.Globalization;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Exported;

/// <summary>What a line says of the leaf that it comes from.</summary>
internal sealed record ExportedLeaf(long Index, long Sequence, string Leaf)
{
    public byte[] Hash() => TreeHash.OfLeaf(Encoding.UTF8.GetBytes(Leaf));

    /// <summary>Null where a line has no leaf.</summary>
    public static ExportedLeaf? Read(JsonElement line) =>
        line.TryGetProperty("recorded", out var recorded) && recorded.TryGetProperty("leaf", out var leaf)
            ? new(recorded.GetProperty("index").GetInt64(), recorded.GetProperty("sequence").GetInt64(), leaf.GetString()!)
            : null;

    /// <summary>The event that the leaf tells of.</summary>
    /// <exception cref="FormatException">It tells of none.</exception>
    public LedgerEvent Event()
    {
        try
        {
            var leaf = JsonElement.Parse(Leaf);
            return new(
                Index, Sequence, leaf.GetProperty("id").GetGuid(), leaf.GetProperty("stream").GetString()!, leaf.GetProperty("version").GetInt64(), leaf.GetProperty("type").GetString()!,
                DateTime.Parse(leaf.GetProperty("recordedAt").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
                leaf.GetProperty("headers"), leaf.GetProperty("data").GetRawText());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentNullException)
        {
            throw new FormatException("Its leaf is not the JSON of an event.", e);
        }
    }
}
