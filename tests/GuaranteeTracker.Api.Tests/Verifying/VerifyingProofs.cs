using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Replaying;
using GuaranteeTracker.Api.Tests.Tampering;
using GuaranteeTracker.Ledger.Proofs;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>A saved proof is checked offline, by this program and by Python.</summary>
public sealed class VerifyingProofs(TamperedStore store) : IClassFixture<TamperedStore>
{
    [Fact]
    public async Task A_proof_holds_and_says_in_words_what_it_proves()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await ProofAsync());

        var ours = await CommandRun.OfAsync("verify", "--proof", file, "--key-of-log", store.Key.ToString());
        (ours.ExitCode, ours.Errors).Should().Be((0, ""));
        ours.Output.Should().Contain("in the words: “").And.Contain("SHA-256 of its text: ").And.EndWith("The proof holds: the log's key signed the root that all of these lead to.\n");

        var python = await Python.VerifyAsync("proof", file, "--key", store.Key.ToString());
        (python.ExitCode, python.Errors).Should().Be((0, ""));
        python.Output.Should().Contain("SHA-256 of the source's text: ").And.Contain("The proof holds: ");
        File.Delete(file);
    }

    [Fact]
    public async Task Without_leaves_it_proves_that_something_is_there_and_says_no_more()
    {
        var proof = JsonNode.Parse(await store.Tracker.Public.GetStringAsync($"/api/claims/{await ClaimAsync()}/proof"))!.AsObject();
        var count = proof["events"]!.AsArray().Count;
        proof["events"]!.AsArray().Should().OnlyContain(e => e!["leaf"] == null);
        (First(proof)["type"], First(proof)["version"], First(proof)["stream"]) = ("claim-retracted", 77, "claim:of-somebody"); // nothing tells whether that is true
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, proof.ToJsonString());

        var ours = await CommandRun.OfAsync("verify", "--proof", file, "--key-of-log", store.Key.ToString());
        var python = await Python.VerifyAsync("proof", file, "--key", store.Key.ToString());

        foreach (var run in new[] { ours, python })
        {
            (run.ExitCode, run.Errors).Should().Be((0, ""));
            run.Output.Should().Contain($"{count} leaves are in the tree").And.NotContainAny("claim-retracted", "77 of", "of-somebody", "The proof holds");
        }

        File.Delete(file);
    }

    [Fact]
    public async Task Without_leaves_too_a_leaf_that_is_not_there_told_twice_or_not_at_all_is_found_by_both()
    {
        var json = await store.Tracker.Public.GetStringAsync($"/api/claims/{await ClaimAsync()}/proof");
        await ShouldBeFoundAsync(json, "leafHash", proof => First(proof)["leafHash"] = Convert.ToBase64String(new byte[32]));
        await ShouldBeFoundAsync(json, "a leaf told twice", proof => proof["events"]!.AsArray().Add(First(proof).DeepClone()));
        await ShouldBeFoundAsync(json, "no leaf at all", proof => proof["events"] = new JsonArray());
    }

    [Fact]
    public async Task The_program_on_the_page_proves_leaves_to_anybody_and_shows_readers_what_they_say()
    {
        var (open, closed) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllTextAsync(open, await store.Tracker.Public.GetStringAsync($"/api/claims/{await ClaimAsync()}/proof"));
        await File.WriteAllTextAsync(closed, await ProofAsync());

        var (anybody, reader) = (await Python.AsShownAsync(open), await Python.AsShownAsync(closed));

        (anybody.ExitCode, anybody.Errors, reader.ExitCode, reader.Errors).Should().Be((0, "", 0, ""));
        anybody.Output.Should().Contain("what it says takes a reader's key").And.Contain("All of this is in the tree");
        reader.Output.Should().Contain("claim-recorded").And.Contain("All of this is in the tree");
        File.Delete(open);
        File.Delete(closed);
    }

    [Fact]
    public async Task Whatever_is_changed_in_it_is_found_by_both()
    {
        var json = await ProofAsync();
        foreach (var (what, change) in Changes())
        {
            await ShouldBeFoundAsync(json, what, change);
        }

        using var other = NoteKeys.Make();
        ClaimProof.Parse(json).Faults([other.Key]).Should().NotBeEmpty("another key signed it");
    }

    private static IEnumerable<(string What, Action<JsonObject> Change)> Changes()
    {
        yield return ("leaf", proof => Set(First(proof), "leaf", text => text.Replace("\"claim\"", "\"clain\"", StringComparison.Ordinal).Replace("Western", "western", StringComparison.Ordinal) + " "));
        yield return ("leaf and its hash", proof =>
        {
            var leaf = First(proof)["leaf"]!.GetValue<string>().Replace("2025", "2024", StringComparison.Ordinal);
            (First(proof)["leaf"], First(proof)["leafHash"]) = (leaf, Convert.ToBase64String(GuaranteeTracker.Ledger.Trees.TreeHash.OfLeaf(System.Text.Encoding.UTF8.GetBytes(leaf))));
        });
        yield return ("index", proof => First(proof)["index"] = First(proof)["index"]!.GetValue<long>() + 1);
        yield return ("type", proof => First(proof)["type"] = "claim-disputed");
        yield return ("version", proof => First(proof)["version"] = 2);
        yield return ("a hash of the path", proof => First(proof)["hashes"]![0] = Convert.ToBase64String(new byte[32]));
        yield return ("a hash too many", proof => First(proof)["hashes"]!.AsArray().Add(Convert.ToBase64String(new byte[32])));
        yield return ("root", proof => proof["root"] = Convert.ToBase64String(new byte[32]));
        yield return ("size", proof => proof["size"] = proof["size"]!.GetValue<long>() + 1);
        yield return ("checkpoint", proof => Set(proof, "checkpoint", text => text.Replace("\nsequence ", "\nsequence 1", StringComparison.Ordinal)));
        yield return ("claim", proof => proof["claim"] = Guid.NewGuid().ToString());
        yield return ("the leaf of an event in between", proof => First(proof)["leaf"] = null);
        yield return ("the claim's events left out", proof => proof["events"] = new JsonArray());
    }

    private async Task ShouldBeFoundAsync(string json, string what, Action<JsonObject> change)
    {
        var proof = JsonNode.Parse(json)!.AsObject();
        change(proof);
        IReadOnlyList<(ProvenEvent?, string)> faults;
        try
        {
            faults = ClaimProof.Parse(proof.ToJsonString()).Faults([store.Key]);
        }
        catch (FormatException e)
        {
            faults = [(null, e.Message)];
        }

        faults.Should().NotBeEmpty(what);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, proof.ToJsonString());
        (await Python.VerifyAsync("proof", file, "--key", store.Key.ToString())).ExitCode.Should().Be(1, what);
        File.Delete(file);
    }

    private static JsonObject First(JsonObject proof) => proof["events"]!.AsArray().Select(e => e!.AsObject()).First(e => e["type"]!.GetValue<string>() == "claim-recorded");

    private static void Set(JsonObject json, string member, Func<string, string> change) => json[member] = change(json[member]!.GetValue<string>());

    private async Task<string> ProofAsync() => await store.Tracker.Admin.GetStringAsync($"/api/claims/{await ClaimAsync()}/proof");

    private Task<string> ClaimAsync() => store.Tracker.QueryAsync<string>($"select split_part(stream_id, ':', 2) from {Api.Recording.Tables.Events} where type = 'claim-corrected' order by seq_id limit 1");
}
