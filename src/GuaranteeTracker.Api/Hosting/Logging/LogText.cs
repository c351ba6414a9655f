using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Hosting.Logging;

/// <summary>A text as it may stand in a log: nothing that could begin another line, steer a terminal, or turn what is read around.</summary>
internal static class LogText
{
    public static string Of(string text) => IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Select(rune => (IsPlain(rune) ? rune : Rune.ReplacementChar).ToString()));

    public static bool IsPlain(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPlain(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(Rune rune) => rune.IsAscii
        ? rune.Value is >= ' ' and < '\x7f'
        : Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
