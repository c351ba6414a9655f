namespace GuaranteeTracker.Api.Ledger;

/// <summary>A stretch of the log, in sequence order.</summary>
/// <param name="IsLast">There is nothing between the last of these and the end that was asked for.</param>
internal sealed record EventBatch(IReadOnlyList<EventLine> Lines, bool IsLast);

/// <summary>An event as it is answered.</summary>
/// <param name="Json">A <see cref="LoggedEvent"/> in UTF-8 on one line, with the line feed that ends it.</param>
internal sealed record EventLine(long Sequence, string Type, byte[] Json);
