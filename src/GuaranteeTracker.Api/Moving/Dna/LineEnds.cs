namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>
/// How positions are counted in a text with CR LF. DNA's editor shows each as one character and counts it so, though the file keeps both;
/// what programs wrote may count both. The spans tell: people mark whole words.
/// </summary>
internal sealed class LineEnds
{
    private readonly List<int> _lineFeeds = [];
    private readonly bool _countBoth;

    public LineEnds(string text, IReadOnlyList<CodedStatement> statements)
    {
        for (var at = text.IndexOf("\r\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\r\n", at + 2, StringComparison.Ordinal))
        {
            _lineFeeds.Add(at + 1);
        }

        Text = _lineFeeds.Count == 0 ? text : text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (_lineFeeds.Count == 0)
        {
            return;
        }

        var once = statements.Count(statement => IsWhole(statement.Start, statement.Stop));
        var both = statements.Count(statement => IsWhole(Once(statement.Start), Once(statement.Stop)));
        _countBoth = both > once;
        IsDoubtful = both == once && statements.Any(statement => Once(statement.Stop) != statement.Stop);
    }

    /// <summary>With LF alone.</summary>
    public string Text { get; }

    /// <summary>Whether both ways of counting fit equally well, and make a difference.</summary>
    public bool IsDoubtful { get; }

    /// <summary>A position of the file as one in <see cref="Text"/>.</summary>
    public long Position(long position) => _countBoth ? Once(position) : position;

    private long Once(long position)
    {
        var found = _lineFeeds.BinarySearch((int)Math.Clamp(position - 1, -1, int.MaxValue));
        return position - (found >= 0 ? found + 1 : ~found);
    }

    private bool IsWhole(long start, long stop) => start < stop && IsEdge(start) && IsEdge(stop);

    private bool IsEdge(long position) => position >= 0 && position <= Text.Length
        && (position == 0 || position == Text.Length || !char.IsLetterOrDigit(Text[(int)position]) || !char.IsLetterOrDigit(Text[(int)position - 1]));
}
