namespace GuaranteeTracker.Api.Recording;

/// <summary>Who records, in answer to what. Stored with every event.</summary>
/// <param name="Analyst">Pseudonymous id.</param>
/// <param name="Correlation">What the caller ties together: its own choice, or one made here.</param>
/// <param name="Causation">This one request.</param>
internal sealed record Provenance(Guid Analyst, string Correlation, string Causation);

/// <summary>What a request brings along beside its content.</summary>
internal sealed record RecordingContext(Provenance Provenance, Precondition? IfMatch = null, IdempotencyKey? Key = null)
{
    /// <summary>The one version of its stream that a change makes, in place of a precondition: it is recorded as that version, or was, or not at all.</summary>
    public long? Makes { get; init; }

    /// <summary>False where nobody reads what the answer shows: looking it up takes as long as recording.</summary>
    public bool Shows { get; init; } = true;
}

/// <summary>A promise asked for with Idempotency-Key: the first answer again, for 24 hours.</summary>
/// <param name="Caller">Whose key it is.</param>
/// <param name="Request">Hash of the whole request: another one under the same key is refused.</param>
internal sealed record IdempotencyKey(string Caller, string Key, string Request);
