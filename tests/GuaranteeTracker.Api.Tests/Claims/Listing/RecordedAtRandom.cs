using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>Claims and all that can befall them, recorded at random, and what a plain fold of the stored events says of them.</summary>
public sealed class RecordedAtRandom : IAsyncLifetime
{
    private List<(long Sequence, DateTime At, IFact Fact)> _facts = [];

    public Tracker Tracker { get; } = new();

    public int Seed { get; } = Random.Shared.Next();

    public long Last { get; private set; }

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        await new RandomRecord(Tracker, new Random(Seed)).RecordAsync(() => Task.CompletedTask);
        Last = await Tracker.SettleAsync();
        _facts = await Tracker.TimedFactsAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    /// <summary>Every claim on record at K.</summary>
    internal IReadOnlyList<NaiveListed> At(long known)
    {
        var knowledge = Knowledge.Of(_facts.Where(fact => fact.Sequence <= known).Select(fact => fact.Fact));
        return [.. knowledge.Claims.Values.Select(claim => NaiveListed.Of(claim, knowledge, _facts))];
    }
}
