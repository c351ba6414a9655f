using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>Whatever D and K are asked for, over HTTP, a node tells what a plain fold of the stored events up to K tells, byte for byte.</summary>
public sealed class AnyMomentOverHttp(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Moments = 500;

    [Fact]
    public async Task Pictures_at_any_moment_are_those_of_the_plain_fold_on_every_node()
    {
        var seed = Random.Shared.Next();
        await using var unsettled = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:Daemon=Disabled");
        await new RandomRecord(tracker, new Random(seed)).RecordAsync(() => NowShouldBeSoundAsync([tracker.Public, unsettled.Public], new Random(seed), seed));
        var last = await tracker.SettleAsync();
        var facts = await tracker.FactsAsync();
        facts.Select(fact => fact.Fact.GetType().Name).Should().Contain(["ClaimCorrected", "ClaimRetracted", "ClaimDisputed", "SourceWithdrawn", "MandateGranted", "TopicReworded"], "all that can change a picture has happened");
        await using var forgetful = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:Daemon=Disabled", "--GuaranteeTracker:TimelineMemory=0", "--GuaranteeTracker:SnapshotMemory=0");
        var random = new Random(seed);
        for (var i = 0; i < Moments; i++)
        {
            var (k, asOf, shown) = (random.NextInt64(last + 1), RandomRecord.Day(random).AddSeconds(random.Next(2) * random.Next(86_400)), RandomRecord.Selection(random));
            var address = string.Create(CultureInfo.InvariantCulture, $"/api/picture?asOf={asOf.Write()}&knownAt=seq:{k}&v=1{RandomRecord.Write(shown)}");

            await ShouldBeAsync(Picture.Of(Knowledge.Of(facts.Where(fact => fact.Sequence <= k).Select(fact => fact.Fact)), asOf, shown), address, [tracker.Public, forgetful.Public], seed);
        }
    }

    /// <summary>Without K, while checkpoints come and go: the tail, and what of it a checkpoint covers by now.</summary>
    private async Task NowShouldBeSoundAsync(HttpClient[] nodes, Random random, int seed)
    {
        var (knowledge, shown) = (Knowledge.Of((await tracker.FactsAsync()).Select(fact => fact.Fact)), RandomRecord.Selection(random));
        var asOf = RandomRecord.Day(random);
        await ShouldBeAsync(Picture.Of(knowledge, asOf, shown), $"/api/picture?asOf={asOf.Write()}{RandomRecord.Write(shown)}", nodes, seed);
    }

    private static async Task ShouldBeAsync(Picture picture, string address, HttpClient[] nodes, int seed)
    {
        var expected = Essence(JsonSerializer.SerializeToNode(picture, Json.Options)!);
        foreach (var node in nodes)
        {
            Essence(JsonNode.Parse(await node.GetStringAsync(address))!).Should().Be(expected, $"{address}, seed {seed}");
        }
    }

    private static string Essence(JsonNode picture) =>
        $"{picture["topics"]!.ToJsonString(Json.Options)} {picture["contradictions"]!.ToJsonString(Json.Options)} {picture["counts"]!.ToJsonString(Json.Options)}";
}
