using System.Globalization;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>What is counted beside actors and topics is what a plain fold of the stored events counts.</summary>
public sealed class CountingClaims(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Moments = 200;

    private static readonly string[] _actors = ["us", "russia", "donald-trump", "nobody"], _topics = ["us-air-support", "sanctions", "troops", "nothing"];

    [Fact]
    public async Task At_any_moment_only_claims_that_were_live_then_count_where_they_were_then()
    {
        var seed = Random.Shared.Next();
        await new RandomRecord(tracker, new Random(seed)).RecordAsync(() => Task.CompletedTask);
        var last = await tracker.SettleAsync();
        var facts = await tracker.FactsAsync();
        facts.Select(fact => fact.Fact.GetType().Name).Should().Contain(["ClaimCorrected", "ClaimRetracted", "SourceWithdrawn"], "all that ends a claim has happened");
        var (reader, counts, random) = (tracker.Services.GetRequiredService<RecordReader>(), tracker.Services.GetRequiredService<ClaimCounts>(), new Random(seed));
        for (var i = 0; i < Moments; i++)
        {
            var k = i == 0 ? last : random.NextInt64(last + 1);
            var record = await reader.ReadAsync(new KnownAt.Sequence(k), default);
            var live = Live(Knowledge.Of(facts.Where(fact => fact.Sequence <= k).Select(fact => fact.Fact)));
            var by = await counts.OfActorsAsync(_actors, record!, default);
            var on = await counts.OfTopicsAsync(_topics, record!, default);

            foreach (var actor in _actors)
            {
                by[actor].Claims.Should().Be(Count(live, claim => claim.Actor == actor), $"{actor} at {k}, seed {seed}");
                by[actor].Spoken.Should().Be(Count(live, claim => claim.Speaker == actor), $"{actor} as speaker at {k}, seed {seed}");
            }

            foreach (var topic in _topics)
            {
                on[topic].Claims.Should().Be(Count(live, claim => claim.Topic == topic), $"{topic} at {k}, seed {seed}");
            }
        }
    }

    [Fact]
    public async Task Lists_tell_the_counts_of_the_last_checkpoint()
    {
        await new RandomRecord(tracker, new Random(1)).RecordAsync(() => Task.CompletedTask);
        await tracker.SettleAsync();
        var live = Live(Knowledge.Of((await tracker.FactsAsync()).Select(fact => fact.Fact)));

        foreach (var item in (await tracker.Public.GetJsonAsync("/api/actors?limit=200"))["items"]!.AsArray())
        {
            var (made, spoken) = (Count(live, claim => claim.Actor == (string?)item!["id"]), Count(live, claim => claim.Speaker == (string?)item!["id"]));
            ((long)item!["claims"]!, (string?)item["first"], (string?)item["last"]).Should().Be((made.Claims, Write(made.First), Write(made.Last)));
            ((long)item["spoken"]!, (string?)item["firstSpoken"], (string?)item["lastSpoken"]).Should().Be((spoken.Claims, Write(spoken.First), Write(spoken.Last)));
        }

        foreach (var item in (await tracker.Public.GetJsonAsync("/api/topics?limit=200"))["items"]!.AsArray())
        {
            var on = Count(live, claim => claim.Topic == (string?)item!["id"]);
            ((long)item!["claims"]!, (long)item["actors"]!, (string?)item["first"], (string?)item["last"]).Should().Be((on.Claims, on.Actors, Write(on.First), Write(on.Last)));
        }
    }

    private static string? Write(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static List<(ClaimContent Content, DateOnly Day)> Live(Knowledge knowledge) =>
    [
        .. from claim in knowledge.Claims.Values
           let source = knowledge.Sources[claim.Content.Evidence.Source]
           where !claim.IsRetracted && !source.IsWithdrawn
           let effective = EffectiveInstant.TryFind(claim.Content.Stated, source.Registered.Published, out var at) ? at.Value : throw new InvalidOperationException()
           select (claim.Content, DateOnly.FromDateTime(effective)),
    ];

    private static ClaimCount Count(List<(ClaimContent Content, DateOnly Day)> live, Func<ClaimContent, bool> counts)
    {
        var counted = live.Where(claim => counts(claim.Content)).ToList();
        return counted.Count == 0 ? ClaimCount.None : new(counted.Count, counted.Min(claim => claim.Day), counted.Max(claim => claim.Day), counted.Select(claim => claim.Content.Actor).Distinct().Count());
    }
}
