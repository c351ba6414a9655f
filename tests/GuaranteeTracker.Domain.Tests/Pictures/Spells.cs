using CsCheck;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static History;
using static Stance;

public sealed class Spells
{
    [Fact]
    public void A_position_holds_until_the_next_one_counts() =>
        Course(Said(1) with { Stated = "2025-08-17" }, Said(2) with { Stance = Rejects }).Should().Equal((Supports, "2025-08-17", "2025-08-18", false), (Rejects, "2025-08-18", null, false));

    [Fact]
    public void The_same_stance_again_goes_on() =>
        Course(Said(1) with { Stated = "2025-08-17" }, Said(2)).Should().Equal((Supports, "2025-08-17", null, false));

    [Fact]
    public void Hearsay_stands_until_somebody_speaks_first_hand() =>
        Course(Told(1, "uk") with { Stated = "2025-08-16" }, Said(2), Told(3, "uk") with { Stated = "2025-08-19", Stance = Rejects })
            .Should().Equal((Supports, "2025-08-16", "2025-08-18", true), (Supports, "2025-08-18", null, false));

    [Fact]
    public void At_every_moment_the_spell_is_what_the_picture_says() =>
        Gen.Select(RandomHistories.All, Gen.Int[0, 500], Gen.Int[-1, 0]).Sample(
            (facts, moment, microseconds) =>
            {
                var (knowledge, asOf) = (Knowledge.Of(facts), RandomHistories.Moment(facts, moment).AddMicroseconds(microseconds));

                var standing = Outline.Of(knowledge, asOf, Selection.Everything).Topics.SelectMany(topic => topic.Cells.Select(cell => (topic.Topic, cell.Actor, cell.Stance, cell.AttributedOnly)));

                var spells = from course in CellCourse.All(knowledge)
                             from spell in course.Spells
                             where spell.From <= asOf && (spell.Until is null || asOf < spell.Until)
                             select (course.Topic, course.Actor, spell.Stance, spell.AttributedOnly);
                spells.Should().BeEquivalentTo(standing);
            },
            iter: 1_000);

    private static IEnumerable<(Stance Stance, string From, string? Until, bool AttributedOnly)> Course(params AClaim[] claims) =>
        CellCourse.All(Given(claims).Known).Single().Spells.Select(spell => (spell.Stance, $"{spell.From:yyyy-MM-dd}", spell.Until is { } until ? $"{until:yyyy-MM-dd}" : null, spell.AttributedOnly));
}
