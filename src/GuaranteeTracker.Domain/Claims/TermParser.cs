using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Reads a claim's figures.</summary>
internal static class TermParser
{
    /// <summary>Amounts stay below this, so that every one is exact in JSON, in PostgreSQL and here.</summary>
    public const decimal Limit = 1_000_000_000_000_000_000m;

    public static ValueList<Term> Parse(IReadOnlyList<TermInput?> terms, string at, Faults faults)
    {
        if (terms.Count > ClaimParser.MaxTerms)
        {
            faults.Add(at, "too-many", $"At most {ClaimParser.MaxTerms} terms are kept.");
            return [];
        }

        return [.. terms.Select((term, i) => Parse(term ?? new TermInput(), $"{at}/{i}", faults)).OfType<Term>()];
    }

    private static Term? Parse(TermInput term, string at, Faults faults)
    {
        switch (term.Kind)
        {
            case "money":
                Absent(at, faults, ("number", term.Number is null), ("unit", term.Unit is null), ("bound", term.Bound is null), ("of", term.Of is null));
                var reportedAs = term.ReportedAs ?? [];
                if (reportedAs.Count > ClaimParser.MaxTerms)
                {
                    faults.Add(at + "/reportedAs", "too-many", $"At most {ClaimParser.MaxTerms} sums are kept.");
                    return null;
                }

                var sum = Sum(new MoneyInput { Amount = term.Amount, Currency = term.Currency }, at, faults);
                return new MoneyTerm(sum.Amount, sum.Currency, [.. reportedAs.Select((m, i) => Sum(m ?? new MoneyInput(), $"{at}/reportedAs/{i}", faults))]);
            case "quantity":
                Absent(at, faults, ("amount", term.Amount is null), ("currency", term.Currency is null), ("reportedAs", term.ReportedAs is null));
                var number = Figure(term.Number, at + "/number", faults);
                var unit = Wording.Line(term.Unit, at + "/unit", faults, Wording.NameLength) ?? "";
                return new QuantityTerm(number, unit, EnumWords.Required<Bound>(term.Bound, at + "/bound", faults), term.Of is null ? null : Figure(term.Of, at + "/of", faults));
            default:
                faults.Add(at + "/kind", "unknown-word", "Send kind money (amount, currency, reportedAs) or quantity (number, unit, bound, of).");
                return null;
        }
    }

    private static void Absent(string at, Faults faults, params ReadOnlySpan<(string Name, bool IsAbsent)> members)
    {
        foreach (var (name, isAbsent) in members)
        {
            if (!isAbsent)
            {
                faults.Add($"{at}/{name}", "superfluous", "A term of this kind has no such member.");
            }
        }
    }

    private static Money Sum(MoneyInput money, string at, Faults faults)
    {
        if (money.Currency is null || !Currencies.Contains(money.Currency))
        {
            faults.Add(at + "/currency", "not-a-currency", "Send an ISO 4217 code: USD, EUR, GBP, UAH.");
        }

        return new(Figure(money.Amount, at + "/amount", faults), money.Currency ?? "");
    }

    /// <summary>The figure without trailing zeros, so that 90 and 90.00 are one content.</summary>
    private static decimal Figure(decimal? figure, string pointer, Faults faults)
    {
        switch (figure)
        {
            case null:
                faults.Add(pointer, "required", "This is required: a number.");
                return 0;
            case < 0 or >= Limit:
                faults.Add(pointer, "out-of-range", "Send a number from 0 up to, not including, 10^18.");
                return 0;
            default:
                return figure.Value / 1.000000000000000000000000000000m;
        }
    }
}
