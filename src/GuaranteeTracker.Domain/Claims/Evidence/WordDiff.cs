using System.Text;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Writes two passages as one, in the manner of <c>git diff --word-diff</c>: seldom more than 300 characters of it, never more than 460.</summary>
internal sealed class WordDiff
{
    internal const string Legend = "[-…-] stands only in the quote sent, {+…+} only in the source";
    private const int Budget = 200;
    private const int Context = 40;

    private readonly StringBuilder _shown = new();
    private readonly StringBuilder _same = new();
    private readonly StringBuilder _asked = new();
    private readonly StringBuilder _found = new();

    private WordDiff() { }

    internal static string Of(IReadOnlyList<WordPair> pairs)
    {
        var diff = new WordDiff();
        var i = 0;
        for (; i < pairs.Count && diff._shown.Length < Budget; i++)
        {
            // A space between two changes belongs to both: [-by sea-] reads better than [-by-] [-sea-].
            var joins = pairs[i].Asked is { IsWhiteSpace: true } && diff.IsInChange && i + 1 < pairs.Count && !pairs[i + 1].IsSame;
            diff.Add(pairs[i], isSame: pairs[i].IsSame && !joins);
        }

        diff.EndChange();
        diff._shown.Append(Excerpt.Head(diff._same.ToString(), Context)).Append(i < pairs.Count ? "…" : "");
        return diff._shown.ToString();
    }

    private bool IsInChange => _asked.Length + _found.Length > 0;

    private void Add(WordPair pair, bool isSame)
    {
        if (isSame)
        {
            EndChange();
            _same.Append(pair.Found!.Value.Text);
            return;
        }

        if (!IsInChange)
        {
            _shown.Append(_shown.Length == 0 ? Excerpt.Tail(_same.ToString(), Context) : Excerpt.Ends(_same.ToString(), Context));
            _same.Clear();
        }

        _asked.Append(pair.Asked?.Text);
        _found.Append(pair.Found?.Text);
    }

    private void EndChange()
    {
        _shown.Append(_asked.Length > 0 ? $"[-{Excerpt.Ends(_asked.ToString(), 2 * Context)}-]" : "");
        _shown.Append(_found.Length > 0 ? $"{{+{Excerpt.Ends(_found.ToString(), 2 * Context)}+}}" : "");
        _asked.Clear();
        _found.Clear();
    }
}
