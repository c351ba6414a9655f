using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Recording;

/// <summary>One attempt to record: a transaction, and Marten's session inside it.</summary>
/// <param name="Makes">The version that the request makes, where it says which.</param>
internal sealed record RecordingScope(IDocumentSession Session, NpgsqlTransaction Transaction, long? Makes, CancellationToken Cancellation);
