using CsCheck;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>Histories that the deciders let happen: random requests, one after another, each decided on what the record then holds.</summary>
internal static class RandomHistories
{
    public static Gen<ValueList<IFact>> All { get; } = Gen.Select(RandomRequests.Catalogue, RandomRequests.Any.Array[0, 45])
        .Select((catalogue, requests) => Facts([.. catalogue, .. requests]));

    /// <summary>Where something happens: the first or the last instant of some claim, else the end of time.</summary>
    public static DateTime Moment(ValueList<IFact> facts, int pick)
    {
        var moments = NaiveClaim.AllOf(facts).SelectMany(claim => new[] { claim.Earliest, claim.Effective, claim.Effective })
            .Append(DateTime.MaxValue).Where(moment => moment.Year > 1).ToList();
        return moments[pick % moments.Count];
    }

    private static ValueList<IFact> Facts(Request[] requests)
    {
        var facts = new List<IFact>();
        foreach (var request in requests)
        {
            facts.AddRange(request(Knowledge.Of(facts)));
        }

        return [.. facts];
    }
}
