using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims;

/// <summary>Claims that are recorded all, or none of them.</summary>
internal sealed record ClaimBatch
{
    /// <summary>8 KiB for each of 1,000 claims; most take one or two.</summary>
    public const int LargestBody = 8 * 1024 * 1024;

    /// <summary>Where the claims stand, as a JSON pointer.</summary>
    public const string At = "/claims";

    private const int MostClaims = 1_000;

    /// <summary>1 to 1,000 claims, each as for POST /api/claims.</summary>
    public IReadOnlyList<RecordClaim?>? Claims { get; init; }

    /// <summary>A request for each claim; what has no claim is refused in its place.</summary>
    public Problem? TryRead(out IReadOnlyList<IRecordingRequest> requests)
    {
        requests = [];
        if (Claims is not { Count: > 0 })
        {
            return Problems.Unacceptable(At, "required", "This is required: the claims to record, at least one.");
        }

        if (Claims.Count > MostClaims)
        {
            return Problems.Unacceptable(At, "too-many", "At most 1,000 claims are recorded at once; send the others in another batch.");
        }

        requests = [.. Claims.Select(claim => claim is null ? Missing() : ClaimRecordings.Of(claim))];
        return null;
    }

    private static Unrecordable Missing() => new(Problems.Unacceptable("", "required", "This is required: a claim, as for POST /api/claims."));
}

/// <summary>What a batch has become.</summary>
/// <param name="Recorded">How many of the claims are new.</param>
/// <param name="Repeated">How many were on record already.</param>
/// <param name="Claims">Each as it is now, in the order sent.</param>
internal sealed record ClaimBatchView(int Recorded, int Repeated, IReadOnlyList<ClaimView> Claims);
