using System.IO.Pipelines;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Writes claims in one format, some at a time.</summary>
internal interface IClaimWriter
{
    /// <summary>Before all others: what stands before the first claim, where anything does.</summary>
    void Begin(PipeWriter body);

    Task WriteAsync(IReadOnlyList<ListedClaim> claims, PipeWriter body, CancellationToken cancellation);
}

/// <summary>What an export knows beside its claims.</summary>
/// <param name="Fields">The members or columns to write; null: all.</param>
internal sealed record ClaimExport(ClaimAsking Asking, ExportHead Head, IReadOnlyList<string>? Fields);
