using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Domain.Writing;

/// <summary>The tracker's own words: trimmed and in NFC, without control characters. Quotations are not touched by this.</summary>
public static class Wording
{
    public const int NameLength = 200, LineLength = 500, SummaryLength = 1_000, ReasonLength = 2_000, UrlLength = 2_000;

    /// <summary>A name or title: one line, at most <paramref name="length"/> characters, and no invisible format characters, so that two names that look alike are alike.</summary>
    public static string? Name(string? text, string pointer, Faults faults, int length = NameLength)
    {
        var name = Line(text, pointer, faults, length);
        if (name is null || !name.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format))
        {
            return name;
        }

        faults.Add(pointer, "invisible-characters", "Take out the invisible characters (zero-width or bidirectional controls).");
        return null;
    }

    /// <summary>Required text on one line.</summary>
    public static string? Line(string? text, string pointer, Faults faults, int length) => Text(text, pointer, faults, length, lines: false);

    /// <summary>Text on one line, or null when absent or blank.</summary>
    public static string? OptionalLine(string? text, string pointer, Faults faults, int length) =>
        string.IsNullOrWhiteSpace(text) ? null : Line(text, pointer, faults, length);

    /// <summary>Why something is done: required, may run over several lines.</summary>
    public static string? Reason(string? text, Faults faults, string pointer = "/reason") => Text(text, pointer, faults, ReasonLength, lines: true);

    private static string? Text(string? text, string pointer, Faults faults, int length, bool lines)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(pointer, "required", "This is required and may not be blank.");
            return null;
        }

        if (UnicodeText.FindFault(text) is { } fault)
        {
            faults.Add(pointer, "not-unicode", $"The text holds {fault}; send it without.");
            return null;
        }

        var clean = UnicodeText.Normalise(text).Trim();
        if (clean.Length > length)
        {
            faults.Add(pointer, "too-long", string.Create(CultureInfo.InvariantCulture, $"At most {length} characters are kept here; this has {clean.Length}."));
            return null;
        }

        if (clean.Any(c => char.IsControl(c) && !(lines && c == '\n') || c is '\u2028' or '\u2029'))
        {
            faults.Add(pointer, "control-characters", lines ? "Take out the control characters other than line breaks." : "Take out the control characters and line breaks.");
            return null;
        }

        return clean;
    }
}
