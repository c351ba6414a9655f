using System.Text.Json.Nodes;
using static GuaranteeTracker.Api.Tests.Numbers.RecordedApproach;

namespace GuaranteeTracker.Api.Tests.Numbers;

public sealed class ReadingConvergence(RecordedApproach approach) : IClassFixture<RecordedApproach>
{
    [Fact]
    public async Task Dispersion_is_told_at_both_moments_and_what_it_lost_among_those_who_were_there_at_both()
    {
        var answer = await approach.ConvergenceAsync("from=2025-08-04&to=2025-08-18");

        answer.Select(member => member.Key).Should().Equal("topic", "known", "period", "step", "from", "to", "convergence", "actors", "entered", "dispersion", "series", "positions");
        answer["known"]!["sequence"]!.GetValue<long>().Should().Be(approach.Sequence);
        answer["period"]!.ToJsonString().Should().Be("""{"from":"2025-08-04T23:59:59.999999Z","to":"2025-08-18T23:59:59.999999Z"}""");
        answer["from"]!.ToJsonString().Should().Be("""{"at":"2025-08-04T23:59:59.999999Z","actors":4,"attributedOnly":1,"mean":0.5,"dispersion":0.8}""");
        answer["to"]!.ToJsonString().Should().Be("""{"at":"2025-08-18T23:59:59.999999Z","actors":5,"attributedOnly":1,"mean":1.6,"dispersion":0.6666666666666666}""");
        (answer["convergence"]!.GetValue<double>(), answer["actors"]!.GetValue<int>(), answer["entered"]!.GetValue<int>()).Should().Be((0.15, 4, 1));
        answer["dispersion"]!.ToJsonString().Should().Be("""{"before":0.8,"after":0.65}""");
        Series(answer).Should().Equal("08-04 4 0.8", "08-11 4 0.8", "08-18 5 0.6667");
    }

    [Fact]
    public async Task Each_actor_s_stances_are_told_by_when_they_stood()
    {
        var positions = (await approach.ConvergenceAsync("from=2025-08-04&to=2025-08-16"))["positions"]!.AsArray();

        positions.Select(actor => $"{actor!["actor"]} {actor["before"] ?? "-"} {actor["after"] ?? "-"}").Should().Equal(
            "eu open supports", "nato - -", "russia rejects opposes", "uk commits commits", "us undecided undecided");
        positions[2]!["spells"]!.ToJsonString().Should().Be(
            $$"""
            [{"stance":"rejects","number":-2,"from":"2025-08-02T23:59:59.999999Z","until":"2025-08-16T23:59:59.999999Z","attributedOnly":false,"claim":"{{Id(4)}}"},{"stance":"opposes","number":-1,"from":"2025-08-16T23:59:59.999999Z","until":null,"attributedOnly":false,"claim":"{{Id(5)}}"}]
            """);
        positions[1]!["spells"]![0]!["attributedOnly"]!.GetValue<bool>().Should().BeTrue();
        positions[4]!["spells"]!.AsArray().Should().ContainSingle("what follows after the period is not told");
    }

    [Theory]
    [InlineData("", "08-01 1 -, 08-08 4 0.8, 08-15 4 0.85, 08-18 5 0.6667")]
    [InlineData("from=2025-08-16", "08-16 4 0.7, 08-18 5 0.6667")]
    [InlineData("to=2025-08-02", "08-01 1 -, 08-02 2 1")]
    [InlineData("from=2025-08-17&to=2025-08-20&step=1", "08-17 5 0.7333, 08-18 5 0.6667, 08-19 5 0.6667, 08-20 5 0.6667")]
    [InlineData("from=2026-01-01", "01-01 5 0.6667")]
    [InlineData("to=2025-07-01", "07-01 0 -")]
    [InlineData("from=2025-08-18T12:00:00Z&to=2025-08-18", "08-18 5 0.7333, 08-18 5 0.6667")]
    [InlineData("from=2025-08-04&to=2025-08-18&step=366&actor=us&actor=uk&actor=us", "08-04 2 0.6, 08-18 2 0.4")]
    [InlineData("actor=nobody", "")]
    [InlineData("from=2025-08-04&actor=nobody", "08-04 0 -")]
    public async Task A_series_goes_from_the_first_moment_to_the_last(string query, string series) =>
        string.Join(", ", Series(await approach.ConvergenceAsync(query))).Should().Be(series);

    [Fact]
    public async Task Where_nothing_was_said_there_is_no_number()
    {
        var answer = await approach.ConvergenceAsync("", "nothing");

        answer.Where(member => member.Key is not ("topic" or "known")).Select(member => member.Value?.ToJsonString() ?? "null").Should().Equal(
            """{"from":null,"to":null}""", "7", "null", "null", "null", "0", "0", """{"before":null,"after":null}""", "[]", "[]");
    }

    [Fact]
    public async Task With_one_to_compare_there_is_no_convergence()
    {
        var answer = await approach.ConvergenceAsync("");

        (answer["convergence"], answer["actors"]!.GetValue<int>(), answer["entered"]!.GetValue<int>()).Should().Be((null, 1, 4));
    }

    private static IEnumerable<string> Series(JsonNode answer) => answer["series"]!.AsArray().Select(moment =>
        FormattableString.Invariant($"{moment!["at"]!.GetValue<DateTime>():MM-dd} {moment["actors"]} ") + (moment["dispersion"] is { } dispersion ? FormattableString.Invariant($"{dispersion.GetValue<double>():0.####}") : "-"));
}
