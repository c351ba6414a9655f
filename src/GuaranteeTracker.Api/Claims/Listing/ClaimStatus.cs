namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>What became of a claim, as known at K. A claim can be of several.</summary>
internal enum ClaimStatus
{
    /// <summary>It counts: neither was it retracted, nor its source withdrawn.</summary>
    Live,

    /// <summary>Its content is no more the one first recorded.</summary>
    Corrected,

    /// <summary>Somebody doubts it, and nothing has resolved that.</summary>
    Disputed,

    Retracted,

    /// <summary>Its source was withdrawn.</summary>
    Withdrawn,
}
