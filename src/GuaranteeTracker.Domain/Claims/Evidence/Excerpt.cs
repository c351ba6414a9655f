using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>
/// Shows part of a text inside a sentence: bounded, on one line, and free of characters that hide or reorder others.
/// Controls, format characters, unusual spaces and unassigned code points appear as <c>\u202E</c> or <c>\U000E0001</c>, a line break as <c>\n</c>.
/// </summary>
internal static class Excerpt
{
    private const string Cut = "…";

    /// <summary>From the beginning; budgets are in UTF-16 characters of the result, but for the ellipsis.</summary>
    internal static string Head(ReadOnlySpan<char> text, int budget)
    {
        var head = Front(text, budget, out var complete);
        return complete ? head : head + Cut;
    }

    /// <summary>Up to the end.</summary>
    internal static string Tail(ReadOnlySpan<char> text, int budget)
    {
        var tail = Back(text, budget, out var complete);
        return complete ? tail : Cut + tail;
    }

    /// <summary>Whole, or without its middle.</summary>
    internal static string Ends(ReadOnlySpan<char> text, int budget)
    {
        var whole = Front(text, budget, out var complete);
        return complete ? whole : Front(text, budget / 2, out _) + Cut + Back(text, budget / 2, out _);
    }

    private static string Front(ReadOnlySpan<char> text, int budget, out bool complete)
    {
        var front = new StringBuilder(budget);
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            var shown = Show(rune);
            if (front.Length + shown.Length > budget)
            {
                break;
            }

            front.Append(shown);
            text = text[length..];
        }

        complete = text.IsEmpty;
        return front.ToString();
    }

    private static string Back(ReadOnlySpan<char> text, int budget, out bool complete)
    {
        var back = new StringBuilder(budget);
        while (!text.IsEmpty)
        {
            Rune.DecodeLastFromUtf16(text, out var rune, out var length);
            var shown = Show(rune);
            if (back.Length + shown.Length > budget)
            {
                break;
            }

            back.Insert(0, shown);
            text = text[..^length];
        }

        complete = text.IsEmpty;
        return back.ToString();
    }

    private static string Show(Rune rune) => rune.Value switch
    {
        '\n' => @"\n",
        ' ' => " ",
        _ when !IsDeceptive(rune) => rune.ToString(),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $@"\u{rune.Value:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $@"\U{rune.Value:X8}"),
    };

    private static bool IsDeceptive(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
