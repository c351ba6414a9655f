using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Finds every passage of a claim in its source. No evidence, no claim.</summary>
internal static class EvidenceParser
{
    public const int MaxQuotes = 50;

    /// <summary>To say where absent words might come from costs long searches; nobody mends more than these at once.</summary>
    public const int MaxAbsent = 5;

    /// <param name="recorded">The claim itself, where it is on record: the words that it quotes need no text any more.</param>
    public static ClaimEvidence? Parse(EvidenceInput? input, ClaimReferences references, Claim? recorded, string at, Faults faults)
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

        var selectors = sent.Select(quote => new QuoteSelector(quote?.Exact, quote?.Prefix, quote?.Suffix)).ToList();
        var quotes = references.Text is { } text ? Resolve(selectors, text, at + "/quotes", faults) : Recall(selectors, source, recorded);
        if (references.Source is not null && quotes is null)
        {
            faults.Add(at + "/source", "text-taken-down", "The text of this source was taken down; nothing more can be quoted from it.");
        }

        return source is { } id && quotes is not null ? new(id, [.. quotes.OrderBy(quote => quote.Start).ThenBy(quote => quote.End)]) : null;
    }

    private static List<Quote> Resolve(List<QuoteSelector> selectors, string text, string at, Faults faults)
    {
        var quotes = new List<Quote>();
        var absent = new List<string>();
        for (var i = 0; i < selectors.Count; i++)
        {
            if (absent.Count == MaxAbsent)
            {
                faults.Add($"{at}/{i}/exact", absent[^1], "This was not looked for: mend the quotes before it first.");
                continue;
            }

            switch (QuoteResolver.Resolve(text, selectors[i]))
            {
                case QuoteResolution.Found { Quote: var quote } when quotes.Exists(other => other.Start == quote.Start && other.End == quote.End):
                    faults.Add($"{at}/{i}", "evidence-twice", "This passage is given already; leave it out.");
                    break;
                case QuoteResolution.Found { Quote: var quote }:
                    quotes.Add(quote);
                    break;
                case QuoteResolution.Refused refused:
                    faults.Add($"{at}/{i}/exact", refused.Code, refused.Because);
                    absent.AddRange(refused.Code is QuoteResolution.Refused.NotFound or QuoteResolution.Refused.ContextMismatch ? [refused.Code] : []);
                    break;
            }
        }

        return quotes;
    }

    /// <summary>The passages as the claim has them; null unless it quotes every one of them.</summary>
    private static List<Quote>? Recall(List<QuoteSelector> selectors, Guid? source, Claim? recorded)
    {
        if (recorded is null || recorded.First.Evidence.Source != source)
        {
            return null;
        }

        var known = recorded.First.Evidence.Quotes.Concat(recorded.Content.Evidence.Quotes).ToList();
        var quotes = selectors.Select(selector => SelectorReader.Read(selector, out var words) is null
                ? known.Find(quote => (quote.Exact, quote.Prefix, quote.Suffix) == (words.Exact, words.Prefix, words.Suffix))
                : null)
            .OfType<Quote>().Distinct().ToList();
        return quotes.Count == selectors.Count ? quotes : null;
    }
}
