using System.Text.Json.Serialization;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>A figure that belongs to a claim.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MoneyTerm), "money")]
[JsonDerivedType(typeof(QuantityTerm), "quantity")]
public abstract record Term;

/// <param name="Amount">In whole units of the currency, not cents.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="ReportedAs">The same sum as the source gives it in other currencies.</param>
public sealed record MoneyTerm(decimal Amount, string Currency, ValueList<Money> ReportedAs) : Term;

public sealed record Money(decimal Amount, string Currency);

/// <param name="Of">The whole of which <paramref name="Number"/> is a part ("26 of 35 countries"), or null.</param>
public sealed record QuantityTerm(decimal Number, string Unit, Bound Bound, decimal? Of) : Term;

public enum Bound
{
    Exactly,
    AtLeast,
    AtMost,
    About,
}
