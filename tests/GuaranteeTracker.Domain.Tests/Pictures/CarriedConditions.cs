using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 5: conditions and terms of earlier claims of the run.</summary>
public sealed class CarriedConditions
{
    private static readonly ValueList<Term> _planes = [new QuantityTerm(26, "planes", Bound.Exactly, null)];
    private static readonly ValueList<Term> _sum = [new MoneyTerm(90, "USD", [])];

    [Fact]
    public void Own_conditions_come_from_nowhere_else() =>
        Given(On(1, "2025-08-16", "after a ceasefire"), On(2, "2025-08-17", "with allies")).At("2025-08-20").Standing().Should().BeEquivalentTo(
            new { Conditions = Texts("with allies"), ConditionsFrom = (Guid?)null });

    [Fact]
    public void A_standing_claim_without_conditions_shows_those_of_the_latest_of_its_run_that_has_any() =>
        Given(On(1, "2025-08-15", "after a ceasefire"), On(2, "2025-08-16", "with allies"), On(3, "2025-08-17"), On(4, "2025-08-18"))
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Claim = Id(4), Conditions = Texts("with allies"), ConditionsFrom = (Guid?)Id(2) });

    [Fact]
    public void Conditions_of_another_stance_are_not_carried_over() =>
        Given(On(1, "2025-08-15", "after a ceasefire") with { Stance = Open }, On(2, "2025-08-16")).At("2025-08-20").Standing().Should().BeEquivalentTo(
            new { Conditions = Texts(), ConditionsFrom = (Guid?)null });

    [Fact]
    public void Conditions_from_before_a_broken_run_are_not_carried_over() =>
        Given(On(1, "2025-08-15", "after a ceasefire"), On(2, "2025-08-16") with { Stance = Open }, On(3, "2025-08-17"))
            .At("2025-08-20").Standing().Conditions.Should().BeEmpty();

    [Fact]
    public void Conditions_that_only_hearsay_tells_are_not_carried_over() =>
        Given(Told(1, "uk") with { Stated = "2025-08-15", Conditions = ["after a ceasefire"] }, On(2, "2025-08-16"))
            .At("2025-08-20").Standing().Conditions.Should().BeEmpty();

    [Fact]
    public void Own_terms_come_from_nowhere_else() =>
        Given(On(1, "2025-08-16") with { Terms = _planes }, On(2, "2025-08-17") with { Terms = _sum }).At("2025-08-20").Standing().Should().BeEquivalentTo(
            new { Terms = _sum, TermsFrom = (Guid?)null });

    [Fact]
    public void A_standing_claim_without_terms_shows_those_of_the_latest_of_its_run_that_has_any()
    {
        var position = Given(On(1, "2025-08-15") with { Terms = _planes }, On(2, "2025-08-16") with { Terms = _sum }, On(3, "2025-08-17"))
            .At("2025-08-20").Standing();

        position.Terms.Should().Equal(_sum);
        position.TermsFrom.Should().Be(Id(2));
    }

    [Fact]
    public void Terms_and_conditions_are_carried_over_each_by_itself()
    {
        var position = Given(On(1, "2025-08-15") with { Terms = _sum }, On(2, "2025-08-16", "with allies"), On(3, "2025-08-17"))
            .At("2025-08-20").Standing();

        position.TermsFrom.Should().Be(Id(1));
        position.ConditionsFrom.Should().Be(Id(2));
    }

    private static string[] Texts(params string[] texts) => texts;

    private static AClaim On(int number, string day, params ValueList<string> conditions) => Said(number) with { Stated = day, Conditions = conditions };
}
