using CsCheck;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Tests.Pictures;

namespace GuaranteeTracker.Domain.Tests.Networks;

/// <summary>Many actors on many topics, on few days around the ends of weeks, months and years.</summary>
internal static class RandomDebates
{
    public static Gen<NetworkQuestion> Questions { get; } =
        from kind in Gen.OneOf(Enum.GetValues<NetworkKind>())
        from nodes in Gen.OneOf(Enum.GetValues<NodeKind>())
        from duplicates in Gen.OneOf(Enum.GetValues<Duplicates>())
        from normalisation in Gen.OneOf(Enum.GetValues<Normalisation>())
        from isolates in Gen.OneOf(Enum.GetValues<Isolates>())
        select new NetworkQuestion(kind, nodes, duplicates, normalisation, isolates);

    private static readonly Gen<string> _days = Gen.OneOf(
        "2020-12-27", "2020-12-28", "2020-12-31", "2021-01-01", "2021-01-03", "2021-01-04", "2021-01-05", "2021-02-01", "2020-02-29", "2020-03-01");

    /// <summary>One id is an actor's and a topic's.</summary>
    public static Gen<AClaim[]> Claims { get; } =
        (from actor in Gen.OneOf("eu", "nato", "uk", "us", "ukraine")
         from topic in Gen.OneOf("air", "land", "sea", "ukraine")
         from stance in Gen.OneOf(Enum.GetValues<Stance>())
         from voice in Gen.Frequency((5, Gen.Const(Voice.Quote)), (1, Gen.Const(Voice.Observation)), (1, Gen.Const(Voice.Hearsay)))
         from day in _days
         from source in Gen.Int[1, 3]
         select new AClaim(0)
         {
             Actor = actor, Topic = topic, Stance = stance, Voice = voice, ReportedBy = voice == Voice.Hearsay ? "nato" : null, Stated = day, Source = new(source, "2025-08-20"),
         }).Array[0, 40].Select(claims => claims.Select((claim, i) => claim with { Number = i + 1 }).ToArray());

    public static NaiveClaim Naive(AClaim claim) =>
        new(claim.Id, claim.Content, claim.Source.Registered, false, Microseconds.EndOfDay(DateOnly.FromDateTime(claim.Content.Stated.Earliest)), false);
}
