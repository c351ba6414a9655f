using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Tests.Sources;

public sealed class TextUnfitToKeep
{
    // Not a theory: half a surrogate pair does not survive in an attribute.
    [Fact]
    public void Half_a_surrogate_pair_is_refused_with_its_place()
    {
        Refused("\uD83D").Should().Be("The text holds half of a surrogate pair, which is not Unicode, at code point 0: send it without.");
        Refused("😀\uDE00").Should().StartWith("The text holds half of a surrogate pair, which is not Unicode, at code point 1:");
        Refused("\uDE00\uD83D").Should().StartWith("The text holds half of a surrogate pair, which is not Unicode, at code point 0:");
    }

    [Fact]
    public void The_null_character_is_refused_with_its_place() =>
        Refused("😀a\u0000").Should().Be("The text holds U+0000, which cannot be kept, at code point 2: send it without.");

    [Fact]
    public void A_missing_text_is_refused() => Refused(null).Should().StartWith("The text is missing");

    [Fact]
    public void More_than_one_mebibyte_is_refused() =>
        Refused(new string('a', SourceText.MaxUtf8Bytes + 1)).Should().Be("The text has 1048577 bytes in UTF-8; at most 1048576 are kept: send it as several sources.");

    [Fact]
    public void A_text_far_too_long_is_refused_before_any_work_on_it() =>
        Refused(new string('\uD800', 4 * SourceText.MaxUtf8Bytes)).Should().StartWith("The text has 12582912 bytes");

    [Fact]
    public void Combining_marks_without_end_are_refused_because_ordering_them_takes_quadratic_time()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0316", UnicodeText.MaxCombiningMarks / 2));

        SourceText.TryNormalise("a" + marks, out _, out _).Should().BeTrue();
        Refused("a" + marks + "\u0301").Should().Be("The text holds more than 128 combining marks in a row, at code point 129: send it without.");
    }

    [Fact]
    public void Normalising_what_was_not_looked_at_first_fails_loudly()
    {
        var normalise = () => SourceText.Normalise("\uD83D");

        normalise.Should().Throw<ArgumentException>();
    }

    private static string? Refused(string? sent)
    {
        SourceText.TryNormalise(sent, out var text, out var because).Should().BeFalse();
        text.Should().BeNull();
        return because;
    }
}
