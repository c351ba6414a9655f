using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

/// <summary>Rule 5: on which day, or by which day, a stance was taken.</summary>
public sealed class SinceWhen
{
    [Theory]
    [InlineData("2025-08-18", SinceKind.On)]
    [InlineData("2025-08-18~", SinceKind.On)]
    [InlineData("2025-08-18T10:00Z", SinceKind.On)]
    [InlineData("2025-08-17/2025-08-18", SinceKind.By)]
    [InlineData("../2025-08-18", SinceKind.By)]
    public void A_claim_that_spans_more_than_a_day_tells_by_when(string stated, SinceKind kind) =>
        Given(Said(1) with { Stated = stated }).At("2025-08-20").Standing().Should().BeEquivalentTo(
            new { Since = Day("2025-08-18"), SinceKind = kind });

    [Theory]
    [InlineData("2025-08-20/2025-08-31", SinceKind.On)]
    [InlineData("2025-08-20/..", SinceKind.On)]
    [InlineData("2025-08-19/2025-08-31", SinceKind.By)]
    [InlineData("2025-08", SinceKind.By)]
    public void The_span_ends_with_the_day_of_publication(string stated, SinceKind kind) =>
        Given(Said(1) with { Stated = stated }).At("2025-08-31").Standing().Should().BeEquivalentTo(
            new { Since = Day("2025-08-20"), SinceKind = kind });

    [Theory]
    [InlineData("2025-08-18T23:30:00-04:00", "2025-08-19")]
    [InlineData("2025-08-19T01:30:00+03:00", "2025-08-18")]
    public void Since_is_a_UTC_date(string stated, string since) =>
        Given(Said(1) with { Stated = stated }).At("2025-08-20").Standing().Since.Should().Be(Day(since));

    [Fact]
    public void It_is_the_first_claim_of_the_run_that_tells_since_when() =>
        Given(Said(1) with { Stated = "2025-08-15/2025-08-16" }, Said(2) with { Stated = "2025-08-18" })
            .At("2025-08-20").Standing().Should().BeEquivalentTo(new { Claim = Id(2), Since = Day("2025-08-16"), SinceKind = SinceKind.By });

    [Fact]
    public void The_stance_before_lasted_until_the_run_begins_and_not_until_it_was_last_told() =>
        Given(Said(1) with { Stated = "2025-08-10", Stance = Opposes }, Said(2) with { Stated = "2025-08-16" }, Said(3))
            .At("2025-08-20").Standing().Previous.Should().Be(new PreviousStance(Opposes, Day("2025-08-16")));
}
