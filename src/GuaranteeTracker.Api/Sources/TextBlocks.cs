namespace GuaranteeTracker.Api.Sources;

/// <summary>A stretch of a source's text, with the claims whose first passage begins in it.</summary>
/// <param name="IsCutBefore">The sentence it begins in is not shown from its beginning.</param>
/// <param name="IsCutAfter">The sentence it ends in is not shown to its end.</param>
public sealed record TextBlock(IReadOnlyList<Segment> Segments, bool IsCutBefore, bool IsCutAfter, IReadOnlyList<ClaimInText> Claims);

/// <summary>Divides what may be shown of a text into blocks, so that claims can stand beside their words. Places are UTF-16 characters.</summary>
internal static class TextBlocks
{
    private sealed record Stretch(int Start, int End, bool IsCutBefore = false, bool IsCutAfter = false);

    /// <summary>All of the text: each paragraph in which a claim's words begin, and what lies between such paragraphs.</summary>
    public static IReadOnlyList<TextBlock> Whole(string text, IReadOnlyCollection<Passage> passages, IReadOnlyList<ClaimInText> claims)
    {
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var first in passages.Where(passage => passage.Number == 0))
        {
            cuts.Add(first.Start == 0 ? 0 : text.LastIndexOf('\n', first.Start - 1) + 1);
            var end = text.IndexOf('\n', first.Start);
            while (end >= 0 && end < text.Length && text[end] == '\n')
            {
                end++;
            }

            cuts.Add(end < 0 ? text.Length : end);
        }

        return Fill(text, passages, [.. cuts.Zip(cuts.Skip(1), (start, end) => new Stretch(start, end))], claims);
    }

    /// <summary>The sentences around each passage, and no more; those that follow each other together.</summary>
    public static IReadOnlyList<TextBlock> Around(string text, IReadOnlyCollection<Passage> passages, IReadOnlyList<ClaimInText> claims)
    {
        var stretches = new List<Stretch>();
        foreach (var found in passages.Select(passage => SentencesAround(text, passage)).OrderBy(found => found.Start).ThenByDescending(found => found.End))
        {
            if (stretches is [.., var last] && (found.Start <= last.End || text.AsSpan(last.End..found.Start).Trim(' ').IsEmpty))
            {
                stretches[^1] = found.End > last.End ? last with { End = found.End, IsCutAfter = found.IsCutAfter } : last;
            }
            else
            {
                stretches.Add(found);
            }
        }

        return Fill(text, passages, stretches, claims);
    }

    /// <summary>The quotes alone, of a text that is there no more.</summary>
    public static IReadOnlyList<TextBlock> Quotes(IEnumerable<(ClaimInText Claim, IReadOnlyList<string> Quotes)> claims) =>
    [
        .. from claim in claims
           from quote in claim.Quotes.Select((words, i) => (Words: words, Passage: new Passage(claim.Claim.Id, i, 0, words.Length)))
           select new TextBlock([new(0, quote.Words, [quote.Passage])], true, true, quote.Passage.Number == 0 ? [claim.Claim] : []),
    ];

    private static Stretch SentencesAround(string text, Passage passage)
    {
        var (start, isCutBefore) = Sentences.Before(text, passage.Start);
        var (end, isCutAfter) = Sentences.After(text, passage.End);
        return new(start, end, isCutBefore, isCutAfter);
    }

    private static List<TextBlock> Fill(string text, IReadOnlyCollection<Passage> passages, IReadOnlyList<Stretch> stretches, IReadOnlyList<ClaimInText> claims)
    {
        var segments = Highlights.Of(text, passages, [.. stretches.Select(stretch => stretch.Start), .. stretches.Select(stretch => stretch.End)]);
        var firsts = passages.Where(passage => passage.Number == 0).ToDictionary(passage => passage.Claim, passage => passage.Start);
        var (blocks, segment, claim) = (new List<TextBlock>(stretches.Count), 0, 0);
        foreach (var stretch in stretches)
        {
            var (inside, beside) = (new List<Segment>(), new List<ClaimInText>());
            for (; segment < segments.Count && segments[segment].Start < stretch.End; segment++)
            {
                if (segments[segment].Start >= stretch.Start)
                {
                    inside.Add(segments[segment]);
                }
            }

            for (; claim < claims.Count && firsts[claims[claim].Id] < stretch.End; claim++)
            {
                beside.Add(claims[claim]);
            }

            blocks.Add(new(inside, stretch.IsCutBefore, stretch.IsCutAfter, beside));
        }

        return blocks;
    }
}
