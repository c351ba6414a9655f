using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Finds every passage of a claim in its source. No evidence, no claim.</summary>
public static class EvidenceParser
{
    public const int MaxQuotes = 50;

    /// <param name="recorded">The claim itself, where it is on record: the words that it quotes need no text any more.</param>
    internal static ClaimEvidence? Parse(EvidenceInput? input, ClaimReferences references, Claim? recorded, string at, Faults faults)
    {
        if (input is null)
        {
            faults.Add(at, "required", "This is required: the source, and the words in it that carry the claim.");
            return null;
        }

        var source = Ids.Required(input.Source, at + "/source", faults);
        if (source is not null && references.Source is null)
        {
            faults.Add(at + "/source", "unknown-source", $"There is no source {source} on record; register it first, with POST /api/sources.");
        }

        if (input.Quotes is not { Count: > 0 and <= MaxQuotes } sent)
        {
            faults.Add(at + "/quotes", "required", $"Quote the words that carry the claim: at least one passage, at most {MaxQuotes}.");
            return null;
        }

        var search = references.Search ?? (references.Text is { } text ? QuoteSearch.In(text, sent, references.Effort ?? new Effort()) : null);
        var quotes = search is not null ? Read(search, at + "/quotes", faults) : Recall(sent, source, recorded);
        if (references.Source is not null && quotes is null)
        {
            faults.Add(at + "/source", "text-taken-down", "The text of this source was taken down; nothing more can be quoted from it.");
        }

        return source is { } id && quotes is not null ? new(id, [.. quotes.OrderBy(quote => quote.Start).ThenBy(quote => quote.End)]) : null;
    }

    private static List<Quote> Read(QuoteSearch search, string at, Faults faults)
    {
        var quotes = new List<Quote>();
        var absent = "";
        foreach (var (result, i) in search.Results.Select((result, i) => (result, i)))
        {
            switch (result)
            {
                case QuoteResolution.Found { Quote: var quote } when quotes.Exists(other => other.Start == quote.Start && other.End == quote.End):
                    faults.Add($"{at}/{i}", "evidence-twice", "This passage is given already; leave it out.");
                    break;
                case QuoteResolution.Found { Quote: var quote }:
                    quotes.Add(quote);
                    break;
                case QuoteResolution.Refused refused:
                    faults.Add($"{at}/{i}/exact", refused.Code, refused.Because);
                    absent = QuoteSearch.IsAbsent(refused) ? refused.Code : absent;
                    break;
                case null when search.IsBrokenOff:
                    faults.Add($"{at}/{i}/exact", "evidence-not-looked-for", "This was not looked for: there are too many passages, or too long texts, for one request; send fewer claims at once.");
                    break;
                case null:
                    faults.Add($"{at}/{i}/exact", absent, "This was not looked for: mend the quotes before it first.");
                    break;
            }
        }

        return quotes;
    }

    /// <summary>The passages as the claim has them; null unless it quotes every one of them.</summary>
    private static List<Quote>? Recall(IReadOnlyList<QuoteInput?> sent, Guid? source, Claim? recorded)
    {
        if (recorded is null || recorded.First.Evidence.Source != source)
        {
            return null;
        }

        var known = recorded.First.Evidence.Quotes.Concat(recorded.Content.Evidence.Quotes).ToList();
        var quotes = sent.Select(quote => SelectorReader.Read(new(quote?.Exact, quote?.Prefix, quote?.Suffix), out var words) is null
                ? known.Find(quote => (quote.Exact, quote.Prefix, quote.Suffix) == (words.Exact, words.Prefix, words.Suffix))
                : null)
            .OfType<Quote>().Distinct().ToList();
        return quotes.Count == sent.Count ? quotes : null;
    }
}
