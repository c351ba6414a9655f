using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>A claim's content as somebody would send it.</summary>
internal static class ClaimRequests
{
    public static ClaimInput Of(ClaimContent content) => new()
    {
        Actor = content.Actor,
        Topic = content.Topic,
        Stance = EnumWords.Of(content.Stance),
        Act = EnumWords.Of(content.Act),
        Voice = EnumWords.Of(content.Voice),
        Speaker = content.Speaker,
        ReportedBy = content.ReportedBy,
        Stated = content.Stated.Text,
        Venue = content.Venue,
        Summary = content.Summary,
        Conditions = content.Conditions.Count == 0 ? null : content.Conditions,
        Terms = content.Terms.Count == 0 ? null : [.. content.Terms.Select(Of)],
        Evidence = new() { Source = content.Evidence.Source.ToString(), Quotes = [.. content.Evidence.Quotes.Select(Of)] },
    };

    private static QuoteInput Of(Quote quote) => new()
    {
        Exact = FactRequests.AsSent(quote.Exact),
        Prefix = quote.Prefix is null ? null : FactRequests.AsSent(quote.Prefix),
        Suffix = quote.Suffix is null ? null : FactRequests.AsSent(quote.Suffix),
    };

    private static TermInput Of(Term term) => term switch
    {
        MoneyTerm money => new()
        {
            Kind = "money",
            Amount = money.Amount,
            Currency = money.Currency,
            ReportedAs = money.ReportedAs.Count == 0 ? null : [.. money.ReportedAs.Select(sum => new MoneyInput { Amount = sum.Amount, Currency = sum.Currency })],
        },
        QuantityTerm quantity => new() { Kind = "quantity", Number = quantity.Number, Unit = quantity.Unit, Bound = EnumWords.Of(quantity.Bound), Of = quantity.Of },
        _ => throw new NotSupportedException($"{term.GetType().Name} cannot be sent."),
    };
}
