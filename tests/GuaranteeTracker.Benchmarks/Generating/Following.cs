using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>The facts that follow a claim's first.</summary>
internal static class Following
{
    private const double MovesToAnotherActor = 0.1;

    public static IReadOnlyList<IClaimFact> To(ClaimRecorded claim, Fate fate) => fate switch
    {
        Fate.None => [],
        Fate.Corrected => [Correct(claim)],
        Fate.Retracted => [new ClaimRetracted(claim.Claim, "The passage is about another plan.")],
        Fate.Disputed => [Dispute(claim)],
        Fate.Resolved => [Dispute(claim), new DisputeResolved(claim.Claim, "The publisher's recording bears it out.")],
        _ => throw new NotSupportedException($"{fate} is no fate."),
    };

    private static ClaimDisputed Dispute(ClaimRecorded claim) => new(claim.Claim, "The office denies the words.");

    private static ClaimCorrected Correct(ClaimRecorded claim)
    {
        var draw = Draw.For(Draw.Kind.Claim, BitConverter.ToInt64(claim.Claim.ToByteArray()));
        var content = draw.Chance(MovesToAnotherActor)
            ? claim.Content with { Actor = World.Actor(draw.Below(World.Actors)) }
            : claim.Content with { Stance = Stances.Other(ref draw, claim.Content.Stance) };
        return new(claim.Claim, content, "Coded too hastily.");
    }
}
