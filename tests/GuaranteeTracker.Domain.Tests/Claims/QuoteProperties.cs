using System.Globalization;
using System.Text;
using CsCheck;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static QuoteSearches;

public sealed class QuoteProperties
{
    private static readonly Gen<string> _texts = Gen.OneOf(
        "a", "b", "ab", " ", "\n", "\u00A0", "’", "'", "“", "—", "…", "é", "e\u0301", "q\u0301\u0327", "😀", "𝒜", "air ", "support ", "troops, ", "\u200B", "\u202E")
        .Array[0, 40].Select(pieces => SourceText.Normalise(string.Concat(pieces)));

    private static readonly Gen<(string Text, int Start, int End)> _passages =
        _texts.SelectMany(text => Gen.Select(Gen.Const(text), Gen.Int[0, UnicodeText.CountCodePoints(text)], Gen.Int[0, UnicodeText.CountCodePoints(text)]))
            .Select((text, a, b) => (text, Math.Min(a, b), Math.Max(a, b)))
            .Where(passage => !string.IsNullOrWhiteSpace(Slice(passage.Item1, passage.Item2, passage.Item3)));

    [Fact]
    public void Any_passage_resolves_to_itself_where_it_is_unique_and_is_ambiguous_elsewhere() => _passages.Sample(passage =>
    {
        var exact = Slice(passage.Text, passage.Start, passage.End);
        return QuoteResolver.Resolve(passage.Text, new(exact)) switch
        {
            QuoteResolution.Found found => Count(exact, passage.Text) == 1 && found.Quote == new Quote(exact, null, null, passage.Start, passage.End),
            QuoteResolution.Refused refused => Count(exact, passage.Text) > 1 && refused.Code == "evidence-ambiguous",
            _ => false,
        };
    });

    [Fact]
    public void Any_passage_resolves_to_itself_between_all_that_precedes_and_all_that_follows() => _passages.Sample(passage =>
    {
        var exact = Slice(passage.Text, passage.Start, passage.End);
        var prefix = Slice(passage.Text, 0, passage.Start);
        var suffix = Slice(passage.Text, passage.End, int.MaxValue);
        return Found(passage.Text, new(exact, prefix, suffix))
            == new Quote(exact, prefix.Length == 0 ? null : prefix, suffix.Length == 0 ? null : suffix, passage.Start, passage.End);
    });

    [Fact]
    public void What_is_found_is_what_stands_at_its_positions() => Gen.Select(_texts, _texts, _texts).Sample((text, exact, prefix) =>
        QuoteResolver.Resolve(text, new(exact, prefix)) is not QuoteResolution.Found { Quote: var quote }
        || (Slice(text, quote.Start, quote.End) == quote.Exact && Slice(text, 0, quote.Start).EndsWith(prefix, StringComparison.Ordinal)));

    [Fact]
    public void A_changed_passage_is_refused_on_one_safe_and_bounded_line() => Gen.Select(_texts, _texts).Sample((text, asked) =>
        QuoteResolver.Resolve(text, new(asked + "Ж" + asked)) is QuoteResolution.Refused { Code: "evidence-not-found" } refused
        && refused.Because.Length < 1_000
        && !refused.Because.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format));

    [Fact]
    public void Nothing_that_can_be_sent_throws() => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Sample((text, exact, prefix, suffix) =>
        QuoteResolver.Resolve(text, new(exact, prefix, suffix)) is QuoteResolution.Found or QuoteResolution.Refused { Because.Length: > 0 });

    private static int Count(string exact, string text) =>
        Enumerable.Range(0, text.Length).Count(i => text.AsSpan(i).StartsWith(exact, StringComparison.Ordinal));
}
