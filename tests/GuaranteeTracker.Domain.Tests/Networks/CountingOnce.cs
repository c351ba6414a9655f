using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Tests.Pictures;
using static GuaranteeTracker.Domain.Tests.Networks.Debate;

namespace GuaranteeTracker.Domain.Tests.Networks;

/// <summary>Which claims are the same one said again.</summary>
public sealed class CountingOnce
{
    [Theory]
    [InlineData(Duplicates.All, "2025-08-18", "2025-08-18", 2)]
    [InlineData(Duplicates.Day, "2025-08-18", "2025-08-18", 1)]
    [InlineData(Duplicates.Day, "2025-08-18", "2025-08-19", 2)]
    [InlineData(Duplicates.Day, "2025-08-18T23:59:59Z", "2025-08-18T20:00:00-04:00", 2)] // the second is of the 19th, UTC
    [InlineData(Duplicates.Week, "2025-08-18", "2025-08-24", 1)] // Monday, Sunday
    [InlineData(Duplicates.Week, "2025-08-17", "2025-08-18", 2)]
    [InlineData(Duplicates.Week, "2020-12-28", "2021-01-03", 1)] // week 53 of 2020
    [InlineData(Duplicates.Week, "2021-01-03", "2021-01-04", 2)] // weeks 53 and 1
    [InlineData(Duplicates.Week, "2024-12-30", "2025-01-01", 1)] // week 1 of 2025
    [InlineData(Duplicates.Week, "2024-08-19", "2025-08-18", 2)] // both week 34
    [InlineData(Duplicates.Month, "2024-02-01", "2024-02-29", 1)]
    [InlineData(Duplicates.Month, "2024-02-29", "2024-03-01", 2)]
    [InlineData(Duplicates.Month, "2024-08-18", "2025-08-18", 2)]
    [InlineData(Duplicates.Year, "2024-01-01", "2024-12-31", 1)]
    [InlineData(Duplicates.Year, "2024-12-31", "2025-01-01", 2)]
    [InlineData(Duplicates.Range, "2001-01-01", "2025-01-01", 1)]
    [InlineData(Duplicates.Document, "2001-01-01", "2025-01-01", 1)]
    public void The_same_side_of_the_same_topic_counts_once_in_a_stretch_of_time(Duplicates duplicates, string first, string second, int claims) =>
        Count(duplicates, Said(1, "us", "air", Stance.Supports, first), Said(2, "us", "air", Stance.Open, second)).Should().Be(claims);

    [Theory]
    [InlineData(Duplicates.All)]
    [InlineData(Duplicates.Document)]
    [InlineData(Duplicates.Day)]
    [InlineData(Duplicates.Range)]
    public void Another_side_topic_or_actor_is_no_duplicate(Duplicates duplicates) =>
        Count(
            duplicates, Said(1, "us", "air", Stance.Supports), Said(2, "us", "air", Stance.Opposes), Said(3, "us", "sanctions", Stance.Supports), Said(4, "uk", "air", Stance.Supports))
            .Should().Be(4);

    [Fact]
    public void Another_document_says_it_anew() =>
        Count(Duplicates.Document, Said(1, "us", "air", Stance.Supports, source: 1), Said(2, "us", "air", Stance.Supports, source: 2), Said(3, "us", "air", Stance.Supports, source: 1)).Should().Be(2);

    [Fact]
    public void Of_duplicates_the_first_is_kept_in_whatever_order_they_were_recorded()
    {
        Order[] orders = [claims => claims, claims => claims.Reverse()];
        foreach (var order in orders)
        {
            var claims = Sided(order([Said(1, "us", "air", Stance.Supports, "2025-08-19"), Said(2, "us", "air", Stance.Open, "2025-08-18"), Said(3, "us", "air", Stance.Open, "2025-08-20")]));
            var question = Ask(NetworkKind.TwoMode, duplicates: Duplicates.Week);
            var network = NetworkMaker.TryMake(claims, question, out _)!;

            new EdgeExplainer(claims, question).Explain(network).Single().Claims.Should().Equal(new CountedClaim(AClaim.IdOf(2), true));
        }
    }

    [Fact]
    public void Hearsay_and_what_is_undecided_are_left_out() =>
        Count(
            Duplicates.All, Said(1, "us", "air", Stance.Undecided), Said(2, "us", "air", Stance.Commits) with { Voice = Voice.Hearsay, ReportedBy = "eu" },
            Said(3, "us", "air", Stance.Open) with { Voice = Voice.Observation }, Said(4, "us", "air", Stance.Rejects) with { Voice = Voice.Paraphrase })
            .Should().Be(2);

    private delegate IEnumerable<AClaim> Order(IEnumerable<AClaim> claims);

    private static int Count(Duplicates duplicates, params AClaim[] claims) =>
        Network(claims, Ask(NetworkKind.TwoMode, duplicates: duplicates)).Nodes.Where(node => node.Kind == NodeKind.Actor).Sum(node => node.Claims);
}
