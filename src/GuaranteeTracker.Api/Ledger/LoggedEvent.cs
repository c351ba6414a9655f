using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>One event of the log.</summary>
/// <param name="Sequence">Its place in the log; numbers may be missing; nothing comes in between later, unless it raises an alarm.</param>
/// <param name="Stream">What it is about: <c>claim:…</c>, <c>source:…</c>, <c>actor:…</c>, <c>topic:…</c>, <c>encounter:…</c>.</param>
/// <param name="Version">Its place among the events about the same thing, from 1.</param>
/// <param name="RecordedAt">When it was stored (UTC, the database's clock): a label, not a K.</param>
/// <param name="RecordedBy">The analyst's pseudonym.</param>
/// <param name="Correlation">Of the request that recorded it.</param>
/// <param name="Data">What happened, as stored.</param>
/// <param name="Leaf">Only with leaf=true.</param>
internal sealed record LoggedEvent(
    long Sequence, Guid Id, string Stream, long Version, string Type, DateTime RecordedAt, Guid? RecordedBy, string? Correlation, string? Causation, JsonElement Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LoggedLeaf? Leaf);

/// <summary>What it takes, beside the event, to make its leaf.</summary>
/// <param name="Index">The leaf's place in the tree, from 0.</param>
/// <param name="Headers">The event's, as stored; null where it has none.</param>
internal sealed record LoggedLeaf(long Index, JsonElement Headers);
