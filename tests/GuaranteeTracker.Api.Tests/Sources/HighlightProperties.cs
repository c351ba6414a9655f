using CsCheck;
using GuaranteeTracker.Api.Sources;

namespace GuaranteeTracker.Api.Tests.Sources;

public sealed class HighlightProperties
{
    private static readonly Guid[] _claims = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly Gen<string> _texts =
        Gen.OneOf("a", "Z", ".", " ", "\n", "“", "é", "𝕎", "👩", "\u200B", "\u202E", "\u0085", "\r").Array[1, 60].Select(string.Concat);

    private static readonly Gen<(string Text, Passage[] Passages)> _cases =
        from text in _texts
        let length = text.EnumerateRunes().Count()
        from places in Gen.Select(Gen.OneOf(_claims), Gen.Int[0, length - 1], Gen.Int[1, length]).Array[0, 8]
        select (text, places.Select((place, i) => new Passage(place.Item1, i, place.Item2, Math.Min(length, place.Item2 + place.Item3))).ToArray());

    [Fact]
    public void All_segments_together_are_the_text_and_those_of_a_passage_its_quote() =>
        Gen.Select(_cases, Gen.Int[0, 60].Array[0, 3]).Sample((drawn, cuts) =>
        {
            var (text, passages) = drawn;
            var segments = Highlights.Of(text, Highlights.InUtf16(text, passages), cuts.Where(cut => cut <= text.Length));

            string.Concat(segments.Select(segment => segment.Text)).Should().Be(text);
            foreach (var passage in passages)
            {
                Words(segments, passage).Should().Be(Quote(text, passage));
            }
        });

    [Fact]
    public void Every_segment_lies_wholly_in_its_passages_and_in_no_other() =>
        _cases.Sample((text, drawn) =>
        {
            var passages = Highlights.InUtf16(text, drawn);
            foreach (var segment in Highlights.Of(text, passages, []))
            {
                segment.Text.Should().NotBeEmpty();
                segment.Passages.Should().BeEquivalentTo(passages.Where(passage => passage.Start <= segment.Start && passage.End >= segment.End));
                passages.Where(passage => passage.Start < segment.End && passage.End > segment.Start).Should().BeEquivalentTo(segment.Passages);
            }
        });

    [Fact]
    public void Every_passage_begins_and_ends_once() =>
        _cases.Sample((text, passages) =>
        {
            var segments = Highlights.Of(text, Highlights.InUtf16(text, passages), []);

            segments.SelectMany(segment => segment.Beginning).Select(passage => passage.Key).Should().BeEquivalentTo(passages.Select(passage => passage.Key));
            segments.SelectMany(segment => segment.Ending).Select(passage => passage.Key).Should().BeEquivalentTo(passages.Select(passage => passage.Key));
        });

    [Fact]
    public void Blocks_hold_the_whole_text_or_each_passage_with_no_more_than_may_stand_around_it() =>
        _cases.Sample((text, drawn) =>
        {
            var numbered = drawn.GroupBy(passage => passage.Claim)
                .SelectMany(claim => claim.OrderBy(passage => passage.Start).Select((passage, i) => passage with { Number = i })).ToList();
            var passages = Highlights.InUtf16(text, numbered);
            var claims = passages.Where(passage => passage.Number == 0).OrderBy(passage => passage.Start).Select((passage, i) => Claim(passage.Claim, i + 1)).ToList();

            var whole = TextBlocks.Whole(text, passages, claims);
            string.Concat(whole.SelectMany(block => block.Segments).Select(segment => segment.Text)).Should().Be(text);
            whole.SelectMany(block => block.Claims).Should().Equal(claims);

            var around = TextBlocks.Around(text, passages, claims);
            around.SelectMany(block => block.Claims).Should().Equal(claims);
            around.Should().NotContain(block => block.Segments.All(segment => segment.Passages.Count == 0));
            foreach (var passage in numbered)
            {
                Words(around.SelectMany(block => block.Segments), passage).Should().Be(Quote(text, passage));
            }
        });

    private static string Words(IEnumerable<Segment> segments, Passage passage) =>
        string.Concat(segments.Where(segment => segment.Passages.Any(other => other.Key == passage.Key)).Select(segment => segment.Text));

    private static string Quote(string text, Passage passage) =>
        string.Concat(text.EnumerateRunes().Skip(passage.Start).Take(passage.End - passage.Start).Select(rune => rune.ToString()));

    private static ClaimInText Claim(Guid id, int number) => new(number, id, "us", "US", "topic", "Topic", default, null, null, "2025", "It is so.", 1, false, false, null);
}
