using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>One attempt to record: a transaction, and Marten's session inside it.</summary>
internal sealed record RecordingScope(IDocumentSession Session, NpgsqlTransaction Transaction, CancellationToken Cancellation);
