using System.Globalization;
using System.Text;
using CsCheck;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class SpansInDocuments : IDisposable
{
    private readonly DnaFile _file = DnaFile.Database();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Positions_count_UTF_16_code_units()
    {
        const string text = "𝕎𝕎 said: 𝕋roops go. End.";
        _file.Document(1, text);
        _file.Code(1, text, "𝕋roops go");

        (await OnlyQuoteAsync()).Should().Be(new Quote("𝕋roops go", null, null, 9, 18));
    }

    [Fact]
    public async Task A_line_end_of_two_characters_counts_once_as_in_DNA_s_editor()
    {
        const string text = "One line.\r\nSecond line.\r\nThird words here.";
        _file.Document(1, text);
        _file.Code(1, text.Replace("\r\n", "\n", StringComparison.Ordinal), "Third words");

        (await OnlyQuoteAsync()).Exact.Should().Be("Third words");
        (await _file.ReadAsync()).Losses().Should().BeEmpty();
    }

    [Fact]
    public async Task A_line_end_of_two_characters_counts_twice_where_only_then_whole_words_are_marked()
    {
        const string text = "One line.\r\nSecond line.\r\nThird words here.";
        _file.Document(1, text);
        _file.Code(1, text, "Third words");
        _file.Code(2, text, "line.\r\nThird");

        (await QuotesAsync()).Select(quote => quote.Exact).Should().Equal("Third words", "line.\nThird");
    }

    [Fact]
    public async Task Where_either_count_marks_whole_words_that_is_told()
    {
        const string text = "\r\na a a a";
        _file.Document(1, text);
        _file.Statement(1, 1, 3, 4);

        var items = await _file.ReadAsync();

        items.Losses().Should().ContainSingle().Which.Should().StartWith("document 1: Its lines end in CR LF");
        items.Steps(StepKind.Claim).Should().ContainSingle();
    }

    [Fact]
    public async Task Words_that_are_not_in_normal_form_are_found_where_they_are_kept()
    {
        var text = "De\u0301ja\u0300 vu. Une e\u0301tude. Fin.";
        _file.Document(1, text);
        _file.Code(1, text, "e\u0301tude");

        (await OnlyQuoteAsync()).Should().Be(new Quote("\u00E9tude", null, null, 13, 18));
    }

    [Fact]
    public async Task Of_words_that_occur_several_times_the_marked_ones_are_quoted()
    {
        var text = string.Join(' ', Enumerable.Repeat("He said no. She said no.", 20));
        _file.Document(1, text);
        var start = text.IndexOf("no", 300, StringComparison.Ordinal);
        _file.Statement(1, 1, start, start + 2);

        (await OnlyQuoteAsync()).Should().Match<Quote>(quote => quote.Exact == "no" && quote.Start == start);
    }

    [Fact]
    public async Task Words_that_nothing_singles_out_are_a_loss()
    {
        _file.Document(1, new string('a', 20_000));
        _file.Statement(1, 1, 10_000, 10_003);

        (await _file.ReadAsync()).Losses().Should().ContainSingle().Which.Should().StartWith("statement 1 of document 1: The source contains “aaa” in that context");
    }

    [Theory]
    [InlineData(4, 4, "Its passage 4–4 is empty or not in the document")]
    [InlineData(7, 5, "is empty or not in the document")]
    [InlineData(0, 900, "which has 22 characters")]
    [InlineData(long.MaxValue - 1, long.MaxValue, "is empty or not in the document")]
    [InlineData(1, 6, "begins in the middle of a character")]
    [InlineData(0, 1, "ends in the middle of a character")]
    [InlineData(9, 12, "begins in the middle of a character")]
    [InlineData(3, 9, "ends in the middle of a character")]
    [InlineData(20, 22, "begins in the middle of a character")]
    [InlineData(13, 20, "ends in the middle of a character")]
    [InlineData(11, 13, "has no words")]
    public async Task A_passage_that_is_none_is_a_loss(long start, long stop, string because)
    {
        _file.Document(1, "𝕎 word e\u0301.  After x\u0301.");
        _file.Statement(1, 1, start, stop);

        var items = await _file.ReadAsync();

        items.Steps(StepKind.Claim).Should().BeEmpty();
        items.Losses().Should().ContainSingle().Which.Should().StartWith("statement 1 of document 1: ").And.Contain(because);
    }

    [Fact]
    public async Task More_than_4000_code_points_are_a_loss()
    {
        var text = string.Concat(Enumerable.Range(0, 1_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i:0000}𝕎")));
        _file.Document(1, text);
        _file.Statement(1, 1, 0, 4_800);
        _file.Statement(2, 1, 0, 4_803);

        var items = await _file.ReadAsync();

        items.Steps(StepKind.Claim).Should().ContainSingle();
        items.Losses().Should().ContainSingle().Which.Should().StartWith("statement 2 of document 1: `exact` has 4003 code points, at most 4000");
    }

    [Fact]
    public async Task Whatever_a_document_holds_the_marked_words_are_quoted_and_no_others()
    {
        var piece = Gen.OneOf("a", "b ", "no ", "𝕎", "é", "e\u0301", "o\u0323\u0302", "\u1100\u1161", "ﬁ", "\n", "\r", "“", "ї", "i\u0308", "\u212B", "x\u0301");
        await Gen.Select(piece.Array[2, 60], Gen.Int[0, 59], Gen.Int[1, 60]).SampleAsync(
            async (pieces, first, count) =>
            {
                using var file = DnaFile.Database();
                var (from, to) = (Math.Min(first, pieces.Length - 1), Math.Min(first + count, pieces.Length));
                var (before, words, after) = (string.Concat(pieces[..from]), string.Concat(pieces[from..Math.Max(to, from + 1)]), string.Concat(pieces[Math.Max(to, from + 1)..]));
                if ((before + words + after).Contains("\r\n", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(words) || string.IsNullOrWhiteSpace(before + words + after))
                {
                    return;
                }

                file.Document(1, before + words + after);
                file.Statement(1, 1, before.Length, before.Length + words.Length);
                var items = await file.ReadAsync();
                var claim = items.Steps(StepKind.Claim).SingleOrDefault();
                claim.Should().NotBeNull(string.Join(" | ", items.Losses()));
                var quote = Resolve(items.Steps(StepKind.Source).Single(), claim!);
                quote.Exact.Should().Be(words.Normalize(NormalizationForm.FormC));
                quote.Start.Should().Be(UnicodeText.CountCodePoints(before.Normalize(NormalizationForm.FormC)));
            },
            iter: 200);
    }

    private async Task<Quote> OnlyQuoteAsync() => (await QuotesAsync()).Single();

    private async Task<List<Quote>> QuotesAsync()
    {
        var items = await _file.ReadAsync();
        return [.. items.Steps(StepKind.Claim).Select(claim => Resolve(items.Steps(StepKind.Source).Single(), claim))];
    }

    /// <summary>As the record will.</summary>
    private static Quote Resolve(RecordStep source, RecordStep claim)
    {
        SourceText.TryNormalise(source.Content()["text"]!.GetValue<string>(), out var text, out _).Should().BeTrue();
        var quote = claim.Content()["evidence"]!["quotes"]![0]!;
        var selector = new QuoteSelector(quote["exact"]!.GetValue<string>(), quote["prefix"]?.GetValue<string>(), quote["suffix"]?.GetValue<string>());
        return QuoteResolver.Resolve(text!.Text, selector).Should().BeOfType<QuoteResolution.Found>().Which.Quote;
    }
}
