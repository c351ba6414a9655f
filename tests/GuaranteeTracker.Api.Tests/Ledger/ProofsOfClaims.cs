using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>A claim with all that it takes to verify it offline.</summary>
public sealed class ProofsOfClaims(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task All_that_happened_to_a_claim_and_its_source_is_proven_to_whoever_asks()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim}/dispute", Changing.Reason(), ("If-Match", "\"1\"")));
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();

        var proof = await tracker.Public.GetJsonAsync($"/api/claims/{claim}/proof");

        var checkpoint = Proving.Verify(proof["checkpoint"]!.GetValue<string>(), await tracker.LedgerKeyAsync());
        checkpoint.Root.ToArray().Should().Equal(proof["root"].Hash());
        checkpoint.Size.Should().Be(proof["size"].Number());
        proof["pending"].Number().Should().Be(0);
        proof["claim"]!.GetValue<Guid>().Should().Be(claim);
        var events = proof["events"]!.AsArray();
        events.Select(e => (e!["stream"]!.GetValue<string>(), e["version"].Number(), e["type"]!.GetValue<string>())).Should().Equal(
            ($"source:{subject.Source}", 1, "source-registered"), ($"claim:{claim}", 1, "claim-recorded"), ($"claim:{claim}", 2, "claim-disputed"));
        foreach (var e in events)
        {
            InclusionProof.Holds(e!["leafHash"].Hash(), e["index"].Number(), checkpoint.Size, e["hashes"].Hashes(), checkpoint.Root.ToArray()).Should().BeTrue();
            e["leaf"].Should().BeNull("it names who recorded");
        }
    }

    [Fact]
    public async Task Readers_get_the_leaves_whose_hashes_those_are()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await tracker.SettleAsync();

        var events = (await tracker.Admin.GetJsonAsync($"/api/claims/{claim}/proof"))["events"]!.AsArray();

        foreach (var e in events)
        {
            var leaf = e!["leaf"]!.GetValue<string>();
            SHA256.HashData([0, .. Encoding.UTF8.GetBytes(leaf)]).Should().Equal(e["leafHash"].Hash());
            var told = JsonNode.Parse(leaf)!;
            (told["id"]!.GetValue<string>(), told["stream"]!.GetValue<string>(), told["version"].Number()).Should().Be((e["id"]!.GetValue<string>(), e["stream"]!.GetValue<string>(), e["version"].Number()));
        }

        var text = JsonNode.Parse(events[0]!["leaf"]!.GetValue<string>())!["data"]!["textSha256"]!.GetValue<string>();
        text.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Samples.Text))), "the leaf binds the source's text");
    }

    [Fact]
    public async Task The_answer_depends_on_who_asks_and_caches_are_told()
    {
        var claim = await (await Subject.RecordAsync(tracker)).RecordClaimAsync();
        await tracker.SettleAsync();
        using var open = await tracker.Public.GetAsync($"/api/claims/{claim}/proof");
        using var closed = await tracker.Admin.GetAsync($"/api/claims/{claim}/proof");
        using var again = await tracker.Public.SendAsync(new(HttpMethod.Get, $"/api/claims/{claim}/proof") { Headers = { IfNoneMatch = { open.Headers.ETag! } } });
        using var head = await tracker.Public.SendAsync(new(HttpMethod.Head, $"/api/claims/{claim}/proof"));

        open.Headers.Vary.Should().Contain("Authorization");
        (open.Headers.CacheControl!.Public, closed.Headers.CacheControl!.Private).Should().Be((true, true));
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        head.Content.Headers.ContentLength.Should().Be(open.Content.Headers.ContentLength);
    }
}
