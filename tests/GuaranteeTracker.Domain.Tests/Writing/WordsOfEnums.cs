using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Tests.Writing;

public sealed class WordsOfEnums
{
    [Fact]
    public void Every_value_has_the_word_that_the_domain_gives_it()
    {
        EnumWords.All<Stance>().Should().Equal("rejects", "opposes", "undecided", "open", "supports", "commits");
        EnumWords.All<Act>().Should().Equal("statement", "offer", "request", "demand", "pledge", "proposal", "refusal", "warning");
        EnumWords.All<Voice>().Should().Equal("quote", "paraphrase", "observation", "hearsay");
        EnumWords.All<Bound>().Should().Equal("exactly", "at-least", "at-most", "about");
        EnumWords.All<ActorKind>().Should().Equal("state", "organisation", "coalition", "person");
        EnumWords.All<SinceKind>().Should().Equal("on", "by");
        EnumWords.All<ShiftKind>().Should().Equal("reversal", "strength");
        EnumWords.All<ContradictionKind>().Should().Equal("denied-hearsay", "split-voice", "unconfirmed-hearsay");
    }

    [Fact]
    public void Stances_are_as_many_steps_apart_as_their_numbers() =>
        EnumWords.All<Stance>().Select(word => (int)Read<Stance>(word)).Should().Equal(-2, -1, 0, 1, 2, 3);

    [Fact]
    public void A_word_is_read_as_it_is_written()
    {
        foreach (var bound in Enum.GetValues<Bound>())
        {
            Read<Bound>(EnumWords.Of(bound)).Should().Be(bound);
        }
    }

    [Theory]
    [InlineData("atleast")]
    [InlineData("AtLeast")]
    [InlineData("At-Least")]
    [InlineData("at-least ")]
    [InlineData("1")]
    [InlineData("exactly,about")]
    [InlineData("")]
    public void Any_other_word_is_a_fault_that_lists_them(string word) => Fault(word).Should().Be(new Fault("/bound", "unknown-word", "Send one of exactly, at-least, at-most, about."));

    [Fact]
    public void No_word_is_a_fault_that_lists_them() =>
        Fault(null).Should().Be(new Fault("/bound", "required", "This is required: one of exactly, at-least, at-most, about."));

    private static T Read<T>(string word)
        where T : struct, Enum
    {
        var faults = new Faults();
        var value = EnumWords.Required<T>(word, "/word", faults);
        faults.Any.Should().BeFalse();
        return value;
    }

    private static Fault Fault(string? word)
    {
        var faults = new Faults();
        EnumWords.Required<Bound>(word, "/bound", faults);
        faults.Refuse(out var refusal).Should().BeTrue();
        return refusal!.Faults.Single();
    }
}
