using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Writing;
using static GuaranteeTracker.Api.Claims.LinkedData;

namespace GuaranteeTracker.Api.Claims;

/// <summary>A claim in the words of schema.org: who says what about what, when, and in which article. Nobody rates here whether it is true.</summary>
internal static class ClaimJsonLd
{
    public static JsonObject Of(LinkedClaim claim)
    {
        var (content, id) = (claim.Content, claim.State.Id.ToString());
        return Node(
            ("@context", "https://schema.org"),
            ("@type", "Claim"),
            ("@id", claim.PageOf($"/claims/{id}")),
            ("url", claim.PageOf($"/claims/{id}")),
            ("identifier", id),
            ("text", content.Summary),
            ("author", Party(AuthorOf(content), claim)),
            ("sourceOrganization", SpokenFor(claim) is { } principal ? Party(principal, claim) : null),
            ("datePublished", DateOf(claim)),
            ("temporal", IsExact(content.Stated) ? null : content.Stated.Text),
            ("about", new JsonArray(Topic(claim), Party(content.Actor, claim))),
            ("mentions", content.Voice is Voice.Hearsay && content.Speaker is { } told ? Party(told, claim) : null),
            ("keywords", new JsonArray(Term("stance", EnumWords.Of(content.Stance)), Term("act", EnumWords.Of(content.Act)), Term("voice", EnumWords.Of(content.Voice)))),
            ("recordedAt", content.Venue is { } venue ? Node(("@type", "Event"), ("name", venue)) : null),
            ("hasPart", Several([.. content.Evidence.Quotes.Select(quote => Quotation(quote, claim))])),
            ("appearance", Article(claim)),
            ("firstAppearance", Article(claim)),
            ("creativeWorkStatus", Several([.. claim.Fate.Select(fate => (JsonNode)fate.What)])),
            ("correction", Several([.. claim.Fate.Where(fate => fate.What is "retracted" or "corrected").Select(fate => Node(("@type", "CorrectionComment"), ("name", fate.What), ("text", fate.Why)))])),
            ("claimInterpreter", Tracker(claim)),
            ("sdPublisher", Tracker(claim)),
            ("sdDatePublished", Iso.Day(DateOnly.FromDateTime(claim.Claim.Events[^1].Timestamp.UtcDateTime))));
    }

    /// <summary>Who makes the claim: of hearsay the one who tells it, never the one whose stance is told.</summary>
    private static string AuthorOf(ClaimContent content) => content.Voice is Voice.Hearsay ? content.ReportedBy! : content.Speaker ?? content.Actor;

    /// <summary>Whom the author speaks for, where it has a mandate on that day, and schema.org a place for it: persons cannot be spoken for there.</summary>
    private static string? SpokenFor(LinkedClaim claim)
    {
        var (content, day) = (claim.Content, claim.Day);
        return content.Voice is not Voice.Hearsay && content.Speaker is { } speaker && speaker != content.Actor
            && claim.ActorOf(content.Actor).Content.Kind is not ActorKind.Person
            && claim.ActorOf(speaker).Content.Mandates.Any(mandate => mandate.For == content.Actor && mandate.Covers(day)) ? content.Actor : null;
    }

    /// <summary>As exactly as ISO 8601 alone tells it; of a span its last day, by which it was said at the latest.</summary>
    private static string DateOf(LinkedClaim claim)
    {
        var stated = claim.Content.Stated;
        return stated.Text.Contains('/', StringComparison.Ordinal) || stated.HasOpenStart || stated.HasOpenEnd ? Iso.Day(claim.Day) : stated.Text.TrimEnd('~', '?');
    }

    /// <summary>A day or an instant, and no doubt about it.</summary>
    private static bool IsExact(Edtf stated) => stated.IsPlainDate || (stated.Text.Contains('T', StringComparison.Ordinal) && stated.Text.AsSpan().IndexOfAny('/', '~', '?') < 0);

    private static JsonObject Topic(LinkedClaim claim)
    {
        var topic = claim.Record.LabelOf(claim.Content.Topic);
        return Node(("@type", "Thing"), ("@id", claim.PageOf($"/topics/{topic.Id}")), ("name", topic.Title), ("description", topic.Proposition));
    }

    private static JsonObject Party(string id, LinkedClaim claim)
    {
        var actor = claim.ActorOf(id).Content;
        var type = actor.Kind switch { ActorKind.Person => "Person", ActorKind.State => "GovernmentOrganization", _ => "Organization" };
        return Node(("@type", type), ("@id", claim.PageOf($"/actors/{id}")), ("name", actor.Name));
    }

    private static JsonObject Term(string set, string word) =>
        Node(("@type", "DefinedTerm"), ("termCode", word), ("name", word), ("inDefinedTermSet", Node(("@type", "DefinedTermSet"), ("name", set))));

    private static JsonObject Quotation(Quote quote, LinkedClaim claim) =>
        Node(("@type", "Quotation"), ("text", quote.Exact), ("inLanguage", claim.Document.Language), ("isBasedOn", Node(("@id", claim.PageOf($"/sources/{claim.Document.Source}")))));

    private static JsonObject Article(LinkedClaim claim)
    {
        var document = claim.Document;
        return Node(
            ("@type", "NewsArticle"), ("@id", claim.PageOf($"/sources/{document.Source}")), ("url", new Uri(document.Url).AbsoluteUri), ("headline", document.Title),
            ("publisher", Node(("@type", "Organization"), ("name", document.Publisher))), ("datePublished", Iso.Day(document.Published)), ("inLanguage", document.Language));
    }

    private static JsonObject Tracker(LinkedClaim claim) => Node(("@type", "Organization"), ("name", "GuaranteeTracker"), ("url", claim.PageOf("/")));
}
