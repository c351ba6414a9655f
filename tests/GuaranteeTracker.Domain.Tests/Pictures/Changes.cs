using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Pictures;

using static ChangeKind;
using static History;
using static Stance;

public sealed class Changes
{
    private static readonly History _then = Given(Said(1) with { Stated = "2025-08-15", Stance = Supports });

    [Fact]
    public void A_cell_that_says_the_same_in_the_same_claim_has_not_changed() =>
        Between(_then, "2025-08-16", _then.Disputed(1), "2025-08-18").Should().BeEmpty();

    [Fact]
    public void What_was_said_between_the_days_has_moved()
    {
        var history = Given(Said(1) with { Stated = "2025-08-15" }, Said(2) with { Stated = "2025-08-17", Stance = Rejects });

        Between(history, "2025-08-16", history, "2025-08-18").Should().Equal((Moved, Id(1), Id(2)));
        Between(history, "2025-08-18", history, "2025-08-16").Should().Equal((Moved, Id(2), Id(1)));
    }

    [Fact]
    public void The_same_stance_in_another_claim_has_changed_too() =>
        Between(_then, "2025-08-16", Given(Said(1) with { Stated = "2025-08-15", Stance = Supports }, Said(2) with { Stated = "2025-08-17", Stance = Supports }), "2025-08-18")
            .Should().Equal((Moved, Id(1), Id(2)));

    [Fact]
    public void A_claim_recorded_since_about_the_first_day_was_learned() =>
        Between(_then, "2025-08-16", Given(Said(1) with { Stated = "2025-08-15", Stance = Supports }, Said(2) with { Stated = "2025-08-16", Stance = Rejects }), "2025-08-16")
            .Should().Equal((Learned, Id(1), Id(2)));

    [Fact]
    public void A_claim_the_record_had_and_reads_otherwise_was_corrected()
    {
        Between(_then, "2025-08-16", _then.Retracted(1), "2025-08-16").Should().Equal((Corrected, Id(1), null));
        Between(_then, "2025-08-16", _then.Corrected(Said(1) with { Stated = "2025-08-15", Stance = Open }), "2025-08-16").Should().Equal((Corrected, Id(1), Id(1)));
    }

    [Fact]
    public void One_cell_can_be_corrected_and_have_moved()
    {
        var now = Given(Said(1) with { Stated = "2025-08-15", Stance = Supports }, Said(2) with { Stated = "2025-08-18", Stance = Rejects }).Retracted(1);

        Between(_then, "2025-08-16", now, "2025-08-18").Should().Equal((Corrected, Id(1), null), (Moved, null, Id(2)));
    }

    [Fact]
    public void Changes_come_by_topic_then_actor()
    {
        var now = Given(
            Said(1) with { Topic = "b", Actor = "uk" }, Said(2) with { Topic = "b", Actor = "eu" }, Said(3) with { Topic = "a", Actor = "us" });

        Change.Between(Given().OutlineAt("2025-08-20"), Given().OutlineAt("2025-08-20"), now.OutlineAt("2025-08-20"), _ => false)
            .Select(change => (change.Topic, change.Actor)).Should().Equal(("a", "us"), ("b", "eu"), ("b", "uk"));
    }

    [Fact]
    public void A_correction_names_both_claims_and_anything_else_the_one_that_came()
    {
        var history = Given(Said(1) with { Stated = "2025-08-15" }, Said(2) with { Stated = "2025-08-17", Stance = Rejects });

        Compare(history, "2025-08-16", history, "2025-08-18").Single().Causes.Should().Equal(Id(2));
        Compare(history, "2025-08-18", history.Retracted(2), "2025-08-18").Single().Causes.Should().Equal(Id(2), Id(1));
        Compare(_then, "2025-08-18", _then.Retracted(1), "2025-08-18").Single().Causes.Should().Equal(Id(1));
    }

    private static IEnumerable<(ChangeKind Kind, Guid? Before, Guid? After)> Between(History then, string from, History now, string to) =>
        Compare(then, from, now, to).Select(change => (change.Kind, change.Before?.Claim, change.After?.Claim));

    private static IEnumerable<Change> Compare(History then, string from, History now, string to) =>
        Change.Between(then.OutlineAt(from), now.OutlineAt(from), now.OutlineAt(to), then.Known.Claims.ContainsKey);
}
