namespace GuaranteeTracker.Domain.Claims;

/// <summary>A text in which look-alikes are alike, and for each of its characters the place in the original it comes from.</summary>
internal sealed class Folded
{
    private const char Ellipsis = '…';

    private readonly string _original;
    private readonly LookAlike _ignored;
    private readonly char[] _folded;
    private readonly int[] _starts;
    private int _length;

    private Folded(string original, LookAlike ignored)
    {
        var capacity = original.Length + (ignored.HasFlag(LookAlike.Ellipses) ? 2 * original.AsSpan().Count(Ellipsis) : 0);
        (_original, _ignored, _folded, _starts) = (original, ignored, new char[capacity], new int[capacity]);
        for (var i = 0; i < original.Length; i++)
        {
            Add(i);
        }

        _length -= ignored.HasFlag(LookAlike.WhiteSpace) && _length > 0 && _folded[_length - 1] == ' ' ? 1 : 0;
        Text = new(_folded, 0, _length);
    }

    internal string Text { get; }

    /// <summary>One step per character. Where white space is ignored, the ends are trimmed.</summary>
    internal static Folded Of(string text, LookAlike ignored = LookAlike.All) => new(text, ignored);

    /// <summary>The UTF-16 range of the original that a range of <see cref="Text"/> stands for; it splits no surrogate pair.</summary>
    internal (int Start, int End) InOriginal(int start, int length)
    {
        var next = start + length;
        while (next < _length && _starts[next] == _starts[next - 1])
        {
            next++;
        }

        var from = _starts[start];
        var to = next < _length ? _starts[next] : _original.Length;
        from -= from > 0 && char.IsLowSurrogate(_original[from]) ? 1 : 0;
        to += to < _original.Length && char.IsLowSurrogate(_original[to]) ? 1 : 0;
        return (from, to);
    }

    private void Add(int index)
    {
        var c = _original[index];
        if (c == Ellipsis && _ignored.HasFlag(LookAlike.Ellipses))
        {
            Append('.', index);
            Append('.', index);
            Append('.', index);
        }
        else if (!(_ignored.HasFlag(LookAlike.InvisibleCharacters) && LookAlikes.IsInvisible(c)))
        {
            Append(LookAlikes.Fold(c, _ignored), index);
        }
    }

    /// <summary>Unless it only prolongs white space or a dash.</summary>
    private void Append(char folded, int index)
    {
        var prolongs = folded == (_length == 0 ? ' ' : _folded[_length - 1])
            && ((folded == ' ' && _ignored.HasFlag(LookAlike.WhiteSpace)) || (folded == '-' && _ignored.HasFlag(LookAlike.Dashes)));
        if (!prolongs)
        {
            (_folded[_length], _starts[_length]) = (folded, index);
            _length++;
        }
    }
}
