using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;
using GuaranteeTracker.Ledger.Proofs;

namespace GuaranteeTracker.Api.Verifying.Proven;

/// <summary>What a proof that holds proves, in words; and nothing that it does not.</summary>
internal static class ProofWords
{
    public static IEnumerable<string> Tell(ClaimProof proof)
    {
        var (told, bare) = (proof.Events.Where(e => e.Leaf is not null).ToList(), proof.Events.Where(e => e.Leaf is null).ToList());
        if (told.Count > 0)
        {
            yield return Invariant($"Claim {proof.Claim} in the log of {proof.Size} leaves, root {Root(proof)}:");
        }

        foreach (var line in told.SelectMany(Tell))
        {
            yield return line;
        }

        if (bare.Count > 0)
        {
            yield return Invariant($"{bare.Count} leaves are in the tree of {proof.Size} leaves, root {Root(proof)}, which the log's key signed: {string.Join(", ", bare.Select(e => e.Index))}. What they say was not given: that they are of claim {proof.Claim} is the service's word alone. With a reader's key its proof has them.");
        }

        if (proof.Pending > 0)
        {
            yield return Invariant($"{proof.Pending} newer events are not proven: no checkpoint covered them yet.");
        }

        if (told.Count > 0)
        {
            yield return "The proof holds: the log's key signed the root that all of these lead to.";
        }
    }

    private static string Root(ClaimProof proof) => Convert.ToBase64String(proof.Root);

    private static IEnumerable<string> Tell(ProvenEvent e)
    {
        var leaf = JsonElement.Parse(e.Leaf!);
        var (at, by) = (leaf.GetProperty("recordedAt").GetString(), leaf.GetProperty("headers") is { ValueKind: JsonValueKind.Object } headers && headers.TryGetProperty(Recorder.RecordedBy, out var who) ? who.GetString() : null);
        return [Invariant($"- leaf {e.Index}: {e.Type}, version {e.Version} of {e.Stream}, recorded {at}{(by is null ? "" : $" by {by}")}"), .. Tell(Fact(e.Type, leaf)).Select(line => $"    {line}")];
    }

    private static IEnumerable<string> Tell(IFact? fact) => fact switch
    {
        ClaimRecorded { Content: var content } => Tell(content),
        ClaimCorrected { Content: var content, Reason: var reason } => [$"why: {reason}", .. Tell(content)],
        ClaimDisputed { Reason: var reason } => [$"why: {reason}"],
        DisputeResolved { Reason: var reason } => [$"why: {reason}"],
        ClaimRetracted { Reason: var reason } => [$"why: {reason}"],
        SourceRegistered source => [$"{source.Publisher}: {source.Title}, {source.Url}", $"SHA-256 of its text: {source.TextSha256}"],
        SourceWithdrawn { Reason: var reason } => [$"why: {reason}"],
        _ => [],
    };

    private static IEnumerable<string> Tell(ClaimContent content) =>
    [
        $"{content.Actor} {EnumWords.Of(content.Stance)} {content.Topic}, stated {content.Stated.Text}: {content.Summary}",
        .. content.Evidence.Quotes.Select(quote => $"in the words: “{quote.Exact}”"),
        $"of source {content.Evidence.Source}",
    ];

    /// <summary>Null for one of a later version of this program.</summary>
    private static IFact? Fact(string type, JsonElement leaf)
    {
        try
        {
            return StoredFacts.Read(type, leaf.GetProperty("data").GetRawText());
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
