using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

/// <summary>Disputes, how they end, and retractions.</summary>
public sealed class DoubtingAClaim
{
    private static readonly ClaimDisputed _disputed = new(Id, "doubtful");
    private static readonly DisputeResolved _resolved = new(Id, "it is right");
    private static readonly ClaimRetracted _retracted = new(Id, "not said");

    [Fact]
    public void A_claim_is_disputed_for_a_reason() => Given(Recorded).When(Disputing("doubtful")).Then(_disputed);

    [Fact]
    public void A_dispute_in_force_records_nothing() => Given(Recorded, _disputed).When(Disputing(" doubtful ")).ThenNothing();

    [Fact]
    public void A_disputed_claim_can_be_disputed_for_another_reason() =>
        Given(Recorded, _disputed).When(Disputing("misdated")).Then(new ClaimDisputed(Id, "misdated"));

    [Fact]
    public void A_dispute_that_was_resolved_can_be_raised_again() =>
        Given(Recorded, _disputed, _resolved).When(Disputing("doubtful")).Then(_disputed);

    [Fact]
    public void A_dispute_is_resolved_for_a_reason() => Given(Recorded, _disputed).When(Resolving("it is right")).Then(_resolved);

    [Fact]
    public void A_resolution_in_force_records_nothing() => Given(Recorded, _disputed, _resolved).When(Resolving("it is right")).ThenNothing();

    [Fact]
    public void A_second_dispute_is_resolved_by_itself() =>
        Given(Recorded, _disputed, _resolved, _disputed).When(Resolving("it is right")).Then(_resolved);

    [Fact]
    public void A_resolution_for_another_reason_finds_nothing_to_resolve() =>
        Given(Recorded, _disputed, _resolved).When(Resolving("on second thoughts")).ThenConflict("not-disputed");

    [Fact]
    public void Where_nothing_is_disputed_nothing_is_resolved() => Given(Recorded).When(Resolving("it is right")).ThenConflict("not-disputed");

    [Fact]
    public void A_claim_is_retracted_for_a_reason() => Given(Recorded).When(Retracting("not said")).Then(_retracted);

    [Fact]
    public void A_disputed_claim_can_be_retracted() => Given(Recorded, _disputed).When(Retracting("not said")).Then(_retracted);

    [Fact]
    public void A_retraction_in_force_records_nothing() => Given(Recorded, _retracted).When(Retracting("not said\n")).ThenNothing();

    [Fact]
    public void A_retraction_for_another_reason_is_a_conflict() => Given(Recorded, _retracted).When(Retracting("misread")).ThenConflict("claim-retracted");

    [Fact]
    public void A_retracted_claim_is_neither_disputed_nor_resolved()
    {
        Given(Recorded, _retracted).When(Disputing("doubtful")).ThenConflict("claim-retracted");
        Given(Recorded, _disputed, _retracted).When(Resolving("it is right")).ThenConflict("claim-retracted");
    }

    [Fact]
    public void What_was_in_force_on_a_claim_since_retracted_records_nothing()
    {
        Given(Recorded, _disputed, _retracted).When(Disputing(_disputed.Reason)).ThenNothing();
        Given(Recorded, _disputed, new DisputeResolved(Id, "it is right"), _retracted).When(Resolving("it is right")).ThenNothing();
    }

    [Fact]
    public void What_was_never_recorded_cannot_be_doubted()
    {
        Given().When(Disputing("doubtful")).ThenMissing("unknown-claim");
        Given().When(Resolving("it is right")).ThenMissing("unknown-claim");
        Given().When(Retracting("not said")).ThenMissing("unknown-claim");
    }

    [Theory]
    [InlineData(null, "required")]
    [InlineData(" \n ", "required")]
    [InlineData("doubt\u0000", "not-unicode")]
    [InlineData("doubt\u001B", "control-characters")]
    public void Each_needs_a_reason(string? reason, string code)
    {
        Given(Recorded).When(Disputing(reason)).ThenUnacceptable("/reason", code);
        Given(Recorded, _disputed).When(Resolving(reason)).ThenUnacceptable("/reason", code);
        Given(Recorded).When(Retracting(reason)).ThenUnacceptable("/reason", code);
        Given(Recorded, _retracted).When(Retracting(reason)).ThenUnacceptable("/reason", code);
    }

    [Fact]
    public void A_reason_has_its_limit()
    {
        Given(Recorded).When(Disputing(new string('a', 2_000))).Then(new ClaimDisputed(Id, new('a', 2_000)));
        Given(Recorded).When(Disputing(new string('a', 2_001))).ThenUnacceptable("/reason", "too-long");
    }

    private static Func<Claim?, Decision<IClaimFact>> Disputing(string? reason) => new DisputeClaim { Reason = reason }.Decide;

    private static Func<Claim?, Decision<IClaimFact>> Resolving(string? reason) => new ResolveDispute { Reason = reason }.Decide;

    private static Func<Claim?, Decision<IClaimFact>> Retracting(string? reason) => new RetractClaim { Reason = reason }.Decide;
}
