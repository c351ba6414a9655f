using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;
using static GuaranteeTracker.Api.Claims.LinkedData;

namespace GuaranteeTracker.Api.Claims;

/// <summary>
/// A claim in the W3C Web Annotation Data Model: what was read out of which words. Each passage is a target of its own in the source's exact text,
/// with two selectors that select the same words: as a quotation, and by position in Unicode code points.
/// </summary>
internal static class ClaimAnnotation
{
    public static JsonObject Of(LinkedClaim claim)
    {
        var (content, events) = (claim.Content, claim.Claim.Events);
        return Node(
            ("@context", "http://www.w3.org/ns/anno.jsonld"),
            ("id", claim.PageOf(ClaimForms.PathOf(claim.State.Id, Format.Annotation))),
            ("type", "Annotation"),
            ("motivation", "classifying"),
            ("created", Iso.Instant(claim.Claim.RecordedAt)),
            ("modified", events.Count > 1 ? Iso.Instant(events[^1].Timestamp.UtcDateTime) : null),
            ("generator", Node(("id", claim.PageOf("/")), ("type", "Software"), ("name", "GuaranteeTracker"))),
            ("body", new JsonArray(
            [
                Text(content.Summary, "describing"),
                Text(EnumWords.Of(content.Stance), "tagging"),
                Place($"/actors/{content.Actor}", claim),
                Place($"/topics/{content.Topic}", claim),
                .. claim.Fate.Select(fate => Text(fate.What, "tagging")),
                .. claim.Fate.Select(fate => Text($"{fate.What}: {fate.Why}", "commenting")),
            ])),
            ("target", Several([.. content.Evidence.Quotes.Select(quote => Target(quote, claim))])));
    }

    private static JsonObject Text(string value, string purpose) => Node(("type", "TextualBody"), ("value", value), ("format", "text/plain"), ("purpose", purpose));

    private static JsonObject Place(string path, LinkedClaim claim) => Node(("type", "SpecificResource"), ("source", claim.PageOf(path)), ("purpose", "classifying"));

    private static JsonObject Target(Quote quote, LinkedClaim claim) => Node(
        ("type", "SpecificResource"),
        ("source", claim.PageOf($"/api/sources/{claim.Document.Source}/text")),
        ("scope", new Uri(claim.Document.Url).AbsoluteUri),
        ("selector", new JsonArray(
            Node(("type", "TextQuoteSelector"), ("exact", quote.Exact), ("prefix", quote.Prefix), ("suffix", quote.Suffix)),
            Node(("type", "TextPositionSelector"), ("start", quote.Start), ("end", quote.End)))));
}
