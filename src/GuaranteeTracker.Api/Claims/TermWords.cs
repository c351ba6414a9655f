using System.Globalization;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Claims;

/// <summary>A claim's figures as people read them.</summary>
internal static class TermWords
{
    private static readonly (decimal Unit, string Word)[] _units = [(1_000_000_000_000m, "trillion"), (1_000_000_000m, "billion"), (1_000_000m, "million")];

    /// <returns>USD 90 billion (also reported as GBP 67 billion) · at least 26 of 35 countries.</returns>
    public static string Of(Term term) => term switch
    {
        MoneyTerm { ReportedAs.Count: 0 } money => Sum(money.Amount, money.Currency),
        MoneyTerm money => $"{Sum(money.Amount, money.Currency)} (also reported as {Pages.Words.List(money.ReportedAs.Select(sum => Sum(sum.Amount, sum.Currency)))})",
        QuantityTerm { Of: { } whole } part => $"{Word(part.Bound)} {Figure(part.Number)} of {Figure(whole)} {part.Unit}",
        QuantityTerm quantity => $"{Word(quantity.Bound)} {Figure(quantity.Number)} {quantity.Unit}",
        _ => throw new NotSupportedException($"{term.GetType().Name} has no words."),
    };

    private static string Sum(decimal amount, string currency) => $"{currency} {Figure(amount)}";

    /// <summary>In millions or more where that takes no more than three decimals; never rounded.</summary>
    private static string Figure(decimal number)
    {
        var (unit, word) = _units.FirstOrDefault(unit => number >= unit.Unit && decimal.Round(number / unit.Unit, 3) == number / unit.Unit);
        return unit == 0 ? Plain(number) : $"{Plain(number / unit)} {word}";
    }

    private static string Plain(decimal number) => number.ToString("#,##0.############################", CultureInfo.InvariantCulture);

    private static string Word(Bound bound) => bound switch
    {
        Bound.Exactly => "exactly",
        Bound.AtLeast => "at least",
        Bound.AtMost => "at most",
        Bound.About => "about",
        _ => throw new NotSupportedException($"{bound} has no words."),
    };
}
