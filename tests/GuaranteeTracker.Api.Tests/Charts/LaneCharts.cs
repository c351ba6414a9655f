using System.Xml.Linq;
using GuaranteeTracker.Api.Charts;

namespace GuaranteeTracker.Api.Tests.Charts;

public sealed class LaneCharts
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(100)]
    [InlineData(900)]
    [InlineData(11_000)]
    [InlineData(700_000)]
    public void A_chart_over_any_time_is_legible_and_has_round_dates(int days)
    {
        foreach (var drawing in new[] { LaneChart.Inline(SomeLanes.Lanes(TimeSpan.FromDays(days))), LaneChart.Image(SomeLanes.Lanes(TimeSpan.FromDays(days)), "foot", "address") })
        {
            drawing.ShouldBeLegible();
            drawing.Shapes.All().OfType<Line>().Should().OnlyContain(line => line.X1 >= 0 && line.X2 <= drawing.Width && line.Y2 <= drawing.Height);
        }
    }

    [Theory]
    [InlineData("2025-08-18", "2025-08-20", "18 Aug 2025", "19 Aug", "20 Aug")]
    [InlineData("2024-12-30", "2025-01-02", "30 Dec 2024", "31 Dec", "1 Jan 2025", "2 Jan")]
    [InlineData("2025-08-01", "2025-09-09", "4 Aug 2025", "11 Aug", "18 Aug", "25 Aug", "1 Sep", "8 Sep")]
    [InlineData("2025-01-15", "2025-07-15", "Feb 2025", "Mar 2025", "Apr 2025", "May 2025", "Jun 2025", "Jul 2025")]
    [InlineData("1995-08-20", "2025-08-20", "2000", "2005", "2010", "2015", "2020", "2025")]
    [InlineData("0001-01-01", "9999-12-31", "2000", "4000", "6000", "8000")]
    public void Marks_are_as_close_as_they_can_be_told_apart(string from, string to, params string[] labels) =>
        Ticks.Between(At(from), At(to), 7).Select(tick => tick.Label).Should().Equal(labels);

    [Fact]
    public void Lanes_that_do_not_fit_are_counted()
    {
        var lanes = SomeLanes.Lanes(TimeSpan.FromDays(9), number: 70);

        LaneChart.Inline(lanes).Captions().Select(caption => caption.Text).Should().Contain("and 10 more");
        LaneChart.Image(lanes, "foot", "address").Captions().Select(caption => caption.Text).Should().Contain(text => text.EndsWith("60 more lanes", StringComparison.Ordinal));
    }

    [Fact]
    public void Claims_on_one_day_are_one_dot_that_names_them_all()
    {
        var lane = SomeLanes.Lanes(TimeSpan.FromDays(9), number: 1).Items[0];
        var lanes = new Lanes("t", "s", [lane with { Dots = [lane.Dots[1], lane.Dots[1] with { Title = "again" }] }], []);

        Groups(LaneChart.Inline(lanes)).Should().ContainSingle(group => group.Title == "commits; again");
    }

    [Fact]
    public void A_chart_with_thousands_of_claims_stays_small()
    {
        var dot = SomeLanes.Lanes(TimeSpan.FromDays(9), number: 1).Items[0].Dots[0];
        var lanes = new Lanes("t", "s", [new("Busy", null, [], [.. Enumerable.Range(0, 20_000).Select(hour => dot with { At = SomeLanes.Day.AddHours(hour) })])], []);

        SvgWriter.Document(LaneChart.Inline(lanes)).Length.Should().BeLessThan(100_000);
    }

    [Fact]
    public void Links_can_be_reached_and_have_names()
    {
        var svg = XDocument.Parse(SvgWriter.Fragment(LaneChart.Inline(SomeLanes.Lanes(TimeSpan.FromDays(9))), "lanes")).Root!;

        svg.Attribute("role")!.Value.Should().Be("group", "what is in an img cannot be reached");
        svg.Attribute("aria-labelledby")!.Value.Split(' ').Should().OnlyContain(id => svg.Descendants().Any(element => element.Attribute("id") != null && element.Attribute("id")!.Value == id));
        var links = svg.Descendants().Where(element => element.Name.LocalName == "a").ToList();
        links.Should().HaveCount(16).And.OnlyContain(link => link.Attribute("href")!.Value.StartsWith('/') && link.Elements().Any(element => element.Name.LocalName == "title" && element.Value.Length > 0));
    }

    [Fact]
    public void A_chart_of_nothing_says_so() =>
        LaneChart.Image(new("t", "s", [], []), "foot", "address").Captions().Select(caption => caption.Text).Should().Contain("Nothing is on record.");

    private static IEnumerable<Group> Groups(Drawing drawing) => drawing.Shapes.OfType<Group>();

    private static DateTime At(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd").ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
