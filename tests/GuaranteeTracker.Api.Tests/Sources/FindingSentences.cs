using CsCheck;
using GuaranteeTracker.Api.Sources;

namespace GuaranteeTracker.Api.Tests.Sources;

public sealed class FindingSentences
{
    [Theory]
    [InlineData("One. Two [goes] on. Three.", "Two goes on.")]
    [InlineData("One. [Two goes on.] Three.", "Two goes on.")]
    [InlineData("One. [Two goes on. Three] is. Four.", "Two goes on. Three is.")]
    [InlineData("A title\n\nTwo [goes] on\nThree.", "Two goes on")]
    [InlineData("He said: “Two [goes] on.” Then he left.", "He said: “Two goes on.”")]
    [InlineData("He said: \"Two [goes] on!\" Then he left.", "He said: \"Two goes on!\"")]
    [InlineData("It cost 3.5 [billion] in all. No more.", "It cost 3.5 billion in all.")]
    [InlineData("Really? “Two [goes] on,” he said. No.", "“Two goes on,” he said.")]
    [InlineData("Перше. Друге [речення] тут. Третє.", "Друге речення тут.")]
    [InlineData("第一句。第二[句]话。第三句。", "第二句话。")]
    [InlineData("[All] of it", "All of it")]
    [InlineData("One. Two goes [on.]", "Two goes on.")]
    public void The_sentence_around_a_passage_is_found(string marked, string expected)
    {
        var (start, end, text) = (marked.IndexOf('[', StringComparison.Ordinal), marked.IndexOf(']', StringComparison.Ordinal) - 1, marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));

        var (from, to) = (Sentences.Before(text, start), Sentences.After(text, end));

        text[from.Start..to.End].Should().Be(expected);
        (from.IsCut || to.IsCut).Should().BeFalse();
    }

    [Fact]
    public void A_long_sentence_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("𝕎ord", 400));
        var at = text.IndexOf("𝕎ord", 1200, StringComparison.Ordinal);

        var (start, isCutBefore) = Sentences.Before(text, at);
        var (end, isCutAfter) = Sentences.After(text, at);

        (isCutBefore && isCutAfter).Should().BeTrue();
        text[start..at].EnumerateRunes().Count().Should().BeInRange(290, Sentences.Longest);
        text[at..end].EnumerateRunes().Count().Should().BeInRange(290, Sentences.Longest);
        text[start..].Should().StartWith("𝕎ord ");
        text[..end].Should().EndWith("𝕎ord");
    }

    [Fact]
    public void Never_more_than_is_allowed_is_shown_on_either_side() =>
        Gen.Select(Gen.OneOf("a", " ", "\u00A0", ".", "!", "\"", ")", "B", "𝕎", "\n", "。").Array[1, 2_000].Select(string.Concat), Gen.Double[0, 1]).Sample((text, share) =>
        {
            var at = (int)(text.Length * share);
            at -= at < text.Length && char.IsLowSurrogate(text[at]) ? 1 : 0;

            text[Sentences.Before(text, at).Start..at].EnumerateRunes().Count().Should().BeLessThanOrEqualTo(Sentences.Longest);
            text[at..Sentences.After(text, at).End].EnumerateRunes().Count().Should().BeLessThanOrEqualTo(Sentences.Longest);
        });
}
