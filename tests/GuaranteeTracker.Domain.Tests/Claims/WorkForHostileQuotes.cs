using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Claims;

/// <summary>The work is counted, not timed: the bound is the one that <see cref="QuoteResolver"/> states.</summary>
public sealed class WorkForHostileQuotes
{
    private const int StepsPerCharacter = 40;
    private const int StepsForWords = 2_100_000;
    private const int Length = SourceText.MaxUtf8Bytes;

    public static TheoryData<string, string, string, string?> HostileQuotes => new()
    {
        { "one letter over and over", "a", Many("a", 4_000), null },
        { "almost the same at the end", "a", Many("a", 3_999) + "b", null },
        { "almost the same in the middle", "a", Many("a", 2_000) + "b" + Many("a", 1_999), null },
        { "almost the same at the beginning", "a", "b" + Many("a", 3_999), null },
        { "context that almost fits", "a", Many("a", 4_000), Many("a", 3_999) + "b" },
        { "short words over and over", "a b ", Many("a b ", 999) + "a c", null },
        { "marks over and over", ".,", Many(".,", 1_999) + ".;", null },
        { "three dots in one", "…", Many(".", 3_999) + "x", null },
        { "spaces that are like one", " ", "a b", null },
        { "dashes that are like one", "-", Many("-,", 2_000), null },
        { "emoji over and over", "😀", Many("😀", 3_999) + "a", null },
        { "every letter another", Alphabet(Length / 3), Alphabet(1_999) + "x" + Alphabet(2_000), null },
        { "a Fibonacci word", Fibonacci(), Fibonacci()[..3_999] + "c", null },
    };

    [Theory]
    [MemberData(nameof(HostileQuotes))]
    public void No_text_and_quote_cost_more_than_the_stated_bound(string what, string piece, string exact, string? prefix)
    {
        var text = Many(piece, Length / piece.Length)[..Math.Min(Length, Length / piece.Length * piece.Length)];
        var effort = new Effort();

        QuoteResolver.Resolve(text, new(exact, prefix), effort);

        effort.Steps.Should().BePositive().And.BeLessThan(StepsPerCharacter * (long)(text.Length + exact.Length + (prefix?.Length ?? 0)) + StepsForWords, what);
    }

    private static string Many(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Alphabet(int length) => string.Create(length, 0, (letters, _) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)(0x4E00 + i * 7919 % 20_000);
        }
    });

    /// <summary>The string that makes naive searches compare most: it repeats itself everywhere, but never quite.</summary>
    private static string Fibonacci()
    {
        var (shorter, longer) = ("a", "ab");
        while (longer.Length < Length)
        {
            (shorter, longer) = (longer, longer + shorter);
        }

        return longer[..Length];
    }
}
