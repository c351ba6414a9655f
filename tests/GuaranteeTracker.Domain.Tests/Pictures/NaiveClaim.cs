using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>Rules 1 and 2, and what rule 4 asks of a claim, read off the facts one by one.</summary>
internal sealed record NaiveClaim(Guid Id, ClaimContent Content, SourceRegistered Source, bool Disputed, DateTime Effective, bool Outside)
{
    public DateTime Earliest => Content.Stated.Earliest;

    public bool FirstHand => Content.Voice is Voice.Quote or Voice.Paraphrase or Voice.Observation;

    public bool UndatedObservation => Content.Voice == Voice.Observation && Content.Stated.Text.StartsWith("..", StringComparison.Ordinal);

    public static IEnumerable<NaiveClaim> AllOf(IReadOnlyList<IFact> facts)
    {
        foreach (var id in facts.OfType<ClaimRecorded>().Select(fact => fact.Claim))
        {
            var life = facts.OfType<IClaimFact>().Where(fact => fact.Claim == id).ToList();
            var content = life.OfType<ClaimCorrected>().LastOrDefault()?.Content ?? life.OfType<ClaimRecorded>().Single().Content;
            var source = facts.OfType<SourceRegistered>().Single(fact => fact.Source == content.Evidence.Source);
            if (life.OfType<ClaimRetracted>().Any() || facts.OfType<SourceWithdrawn>().Any(fact => fact.Source == source.Source))
            {
                continue;
            }

            var disputed = life.LastOrDefault(fact => fact is ClaimDisputed or DisputeResolved) is ClaimDisputed;
            var effective = EffectiveOf(content, source.Published);
            yield return new(id, content, source, disputed, effective, IsOutside(content, DateOnly.FromDateTime(effective), facts));
        }
    }

    private static DateTime EffectiveOf(ClaimContent content, DateOnly published)
    {
        var cap = published.ToDateTime(new TimeOnly(23, 59, 59, 999, 999), DateTimeKind.Utc);
        if (content.Stated.Earliest > cap)
        {
            cap = cap.AddHours(12);
        }

        return content.Stated.Latest > cap ? cap : content.Stated.Latest;
    }

    private static bool IsOutside(ClaimContent content, DateOnly day, IReadOnlyList<IFact> facts)
    {
        if (content.Speaker is null || content.Speaker == content.Actor)
        {
            return false;
        }

        // The first day of a mandate, and its last where it has one; for each first day what was said last.
        var mandates = new Dictionary<DateOnly, DateOnly?>();
        foreach (var fact in facts.OfType<IActorFact>().Where(fact => fact.Actor == content.Speaker))
        {
            switch (fact)
            {
                case ActorRegistered registered:
                    registered.Content.Mandates.Where(mandate => mandate.For == content.Actor).ToList().ForEach(mandate => mandates[mandate.From] = mandate.To);
                    break;
                case MandateGranted { Mandate: var mandate } when mandate.For == content.Actor:
                    mandates[mandate.From] = mandate.To;
                    break;
                case MandateEnded ended when ended.For == content.Actor:
                    mandates[ended.From] = ended.To;
                    break;
                case MandateWithdrawn withdrawn when withdrawn.For == content.Actor:
                    mandates.Remove(withdrawn.From);
                    break;
                default:
                    break;
            }
        }

        return !mandates.Any(mandate => day >= mandate.Key && (mandate.Value is null || day <= mandate.Value));
    }
}
