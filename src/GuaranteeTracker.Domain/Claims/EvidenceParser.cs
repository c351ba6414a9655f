using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Finds every passage of a claim in its source. No evidence, no claim.</summary>
internal static class EvidenceParser
{
    public const int MaxQuotes = 50;

    public static ClaimEvidence? Parse(EvidenceInput? input, ClaimReferences references, string at, Faults faults)
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
        else if (references.Source is not null && references.Text is null)
        {
            faults.Add(at + "/source", "text-taken-down", "The text of this source was taken down; nothing more can be quoted from it.");
        }

        if (input.Quotes is not { Count: > 0 and <= MaxQuotes } selectors)
        {
            faults.Add(at + "/quotes", "required", $"Quote the words that carry the claim: at least one passage, at most {MaxQuotes}.");
            return null;
        }

        var quotes = references.Text is { } text ? Resolve(selectors, text, at + "/quotes", faults) : [];
        return source is { } id ? new(id, [.. quotes.OrderBy(quote => quote.Start).ThenBy(quote => quote.End)]) : null;
    }

    private static List<Quote> Resolve(IReadOnlyList<QuoteInput?> selectors, string text, string at, Faults faults)
    {
        var quotes = new List<Quote>();
        for (var i = 0; i < selectors.Count; i++)
        {
            var selector = new QuoteSelector(selectors[i]?.Exact, selectors[i]?.Prefix, selectors[i]?.Suffix);
            switch (QuoteResolver.Resolve(text, selector))
            {
                case QuoteResolution.Found { Quote: var quote } when quotes.Exists(other => other.Start == quote.Start && other.End == quote.End):
                    faults.Add($"{at}/{i}", "evidence-twice", "This passage is given already; leave it out.");
                    break;
                case QuoteResolution.Found { Quote: var quote }:
                    quotes.Add(quote);
                    break;
                case QuoteResolution.Refused refused:
                    faults.Add($"{at}/{i}/exact", refused.Code, refused.Because);
                    break;
            }
        }

        return quotes;
    }
}
