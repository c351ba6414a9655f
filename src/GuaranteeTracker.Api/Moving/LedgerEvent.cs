namespace GuaranteeTracker.Api.Moving;

/// <summary>An event as the ledger has it.</summary>
/// <param name="At">When it was stored (UTC).</param>
/// <param name="By">The analyst's pseudonym.</param>
/// <param name="Data">Its stored JSON.</param>
internal sealed record LedgerEvent(long Sequence, string Stream, long Version, string Type, DateTime At, string? By, string Data);
