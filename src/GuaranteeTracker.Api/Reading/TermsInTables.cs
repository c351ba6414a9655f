using System.Globalization;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A claim's figures as a cell of a table has them.</summary>
internal static class TermsInTables
{
    /// <summary><c>90000000000 USD (67000000000 GBP)</c>, <c>exactly 26 countries of 35</c>.</summary>
    public static string Write(Term term) => term switch
    {
        MoneyTerm { ReportedAs.Count: 0 } money => $"{Write(money.Amount)} {money.Currency}",
        MoneyTerm money => $"{Write(money.Amount)} {money.Currency} ({string.Join(", ", money.ReportedAs.Select(sum => $"{Write(sum.Amount)} {sum.Currency}"))})",
        QuantityTerm quantity => $"{EnumWords.Of(quantity.Bound)} {Write(quantity.Number)} {quantity.Unit}{(quantity.Of is { } whole ? $" of {Write(whole)}" : "")}",
        _ => throw new NotSupportedException($"{term.GetType().Name} has no place in a table."),
    };

    private static string Write(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
