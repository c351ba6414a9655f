using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>A document as a source: what a source needs is made of what DNA knows.</summary>
internal static class DocumentSource
{
    private static readonly Regex _webAddresses = new(@"https?://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <param name="text">The document's, as it is kept.</param>
    /// <param name="language">The tag of its language.</param>
    public static RecordStep Of(CodedDocument document, Guid id, SourceText text, string language) => RecordStep.Of(StepKind.Source, id.ToString(), new JsonObject
    {
        ["id"] = id.ToString(),
        ["url"] = Address(document) ?? $"https://document.invalid/{id}",
        ["publisher"] = FirstOf(HostOf(document.Source) ?? document.Source, document.Author, document.Title),
        ["title"] = FirstOf(document.Title, document.Where),
        ["published"] = Iso.Day(document.Day!.Value),
        ["language"] = language,
        ["text"] = text.Text,
    });

    /// <summary>The first address of the web that stands where people write one.</summary>
    private static string? Address(CodedDocument document) =>
        (from text in new[] { document.Source, document.Notes }
         from match in _webAddresses.Matches(text)
         let address = match.Value.TrimEnd('.', ',', ';', ':', ')', ']', '>', '"', '\'', '!', '?')
         where address.Length <= 2_000 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
         select address).FirstOrDefault();

    /// <summary>Null unless the text is an address and nothing else.</summary>
    private static string? HostOf(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Host.Length: > 0 } ? uri.Host : null;

    private static string FirstOf(params string[] texts) => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "unknown";
}
