using CsCheck;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Numbers;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using static GuaranteeTracker.Domain.Tests.Numbers.Approaches;

namespace GuaranteeTracker.Domain.Tests.Numbers;

public sealed class Convergences
{
    private static readonly Gen<(ValueList<IFact> Facts, int First, int Second)> _records = Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int[0, 500]);

    [Fact]
    public void Those_are_compared_who_have_a_position_at_both_moments()
    {
        var convergence = Convergence.Between(Courses(OfTheManual), First, Second);

        (convergence.Actors, convergence.Entered, convergence.Before, convergence.After).Should().Be((4, 1, 0.8, 0.65));
        convergence.Index.Should().Be(0.15, "(16 − 13) / 20");
    }

    [Fact]
    public void Backwards_it_is_the_opposite() => Convergence.Between(Courses(OfTheManual), Second, First).Index.Should().Be(-0.15);

    [Theory]
    [InlineData(Stance.Rejects, Stance.Commits, 1.0)]
    [InlineData(Stance.Supports, Stance.Commits, 0.2)]
    [InlineData(Stance.Commits, Stance.Commits, 0.0)]
    public void Two_who_come_together_have_converged_by_the_steps_between_them(Stance one, Stance other, double index)
    {
        var courses = Courses(
            Said(1, "uk", one, "2025-08-01"), Said(2, "us", other, "2025-08-01"), Said(3, "uk", Stance.Open, "2025-08-10"), Said(4, "us", Stance.Open, "2025-08-10"));

        Convergence.Between(courses, First, Second).Index.Should().Be(index);
    }

    [Fact]
    public void Who_enters_is_no_movement()
    {
        var courses = Courses(Said(1, "uk", Stance.Commits, "2025-08-01"), Said(2, "us", Stance.Commits, "2025-08-01"), Said(3, "russia", Stance.Rejects, "2025-08-10"));

        Convergence.Between(courses, First, Second).Should().Be(new Convergence(2, 1, 0, 0, 0));
    }

    [Fact]
    public void Fewer_than_two_are_not_compared()
    {
        Convergence.Between(Courses(OfTheManual), End("2025-08-01"), Second).Should().Be(new Convergence(1, 4, null, null, null));
        Convergence.Between([], First, Second).Should().Be(new Convergence(0, 0, null, null, null));
    }

    [Fact]
    public void Own_words_after_hearsay_are_no_movement() =>
        Convergence.Between(
            Courses(Said(1, "uk", Stance.Commits, "2025-08-01"), Said(2, "us", Stance.Rejects, "2025-08-01") with { Voice = Voice.Hearsay, ReportedBy = "uk" }, Said(3, "us", Stance.Commits, "2025-08-10")),
            First, Second).Should().Be(new Convergence(1, 1, null, null, null));

    [Fact]
    public void The_order_of_recording_makes_no_difference() =>
        Convergence.Between(Courses([.. OfTheManual.Reverse()]), First, Second).Should().Be(Convergence.Between(Courses(OfTheManual), First, Second));

    [Fact]
    public void The_index_is_what_the_definition_says_and_turns_its_sign_with_the_dates() => _records.Sample(
        (facts, first, second) =>
        {
            var (knowledge, from, to) = (Knowledge.Of(facts), RandomHistories.Moment(facts, first), RandomHistories.Moment(facts, second));
            foreach (var topic in CellCourse.All(knowledge).GroupBy(course => course.Topic))
            {
                var courses = topic.ToList();
                var (there, back) = (Convergence.Between(courses, from, to), Convergence.Between(courses, to, from));
                var (before, after) = (Standing(knowledge, topic.Key, from), Standing(knowledge, topic.Key, to));
                var both = before.Keys.Where(after.ContainsKey).ToList();

                there.Actors.Should().Be(both.Count).And.Be(back.Actors);
                there.Entered.Should().Be(after.Count - both.Count);
                there.Index.Should().Be(-back.Index);
                (there.Index is null).Should().Be(both.Count < 2);
                there.Index.GetValueOrDefault().Should().BeInRange(-1, 1);
                (there.Index.GetValueOrDefault() * Most(both.Count)).Should().BeApproximately(Apart(both.Select(actor => before[actor])) - Apart(both.Select(actor => after[actor])), 1e-9);
                StanceSeries.At(courses, [from]).Single().Actors.Should().Be(before.Count);
            }
        },
        iter: 500);

    /// <summary>What the picture has, first-hand.</summary>
    private static Dictionary<string, int> Standing(Knowledge knowledge, string topic, DateTime at) =>
        Outline.Of(knowledge, at, Selection.Everything).Topics.Where(one => one.Topic == topic).SelectMany(one => one.Cells).Where(cell => !cell.AttributedOnly)
            .ToDictionary(cell => cell.Actor, cell => (int)cell.Stance);

    private static int Apart(IEnumerable<int> stances)
    {
        var all = stances.ToList();
        return all.SelectMany((one, i) => all.Skip(i + 1).Select(other => Math.Abs(one - other))).Sum();
    }

    /// <summary>Half at either end.</summary>
    private static int Most(int actors) => Apart(Enumerable.Range(0, actors).Select(i => i % 2 == 0 ? -2 : 3));
}
