using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GuaranteeTracker.Domain.Dates;

/// <summary>
/// When something was said, as exactly as is known and no more: the supported subset of EDTF (ISO 8601-2).
/// A date without a time is the calendar date as given, never converted: its day is the UTC day.
/// Two are equal when their texts are.
/// </summary>
public sealed record Edtf
{
    private Edtf(string text, EdtfSpan span) =>
        (Text, Earliest, Latest, HasOpenStart, HasOpenEnd) = (text, span.Earliest, span.Latest, span.HasOpenStart, span.HasOpenEnd);

    /// <summary>As given, with <c>~</c> (approximate) and <c>?</c> (uncertain), which change no instant.</summary>
    public string Text { get; }

    /// <summary>The first instant it allows, UTC; for an open start the beginning of time, the ticks of <see cref="DateTime.MinValue"/>.</summary>
    public DateTime Earliest { get; }

    /// <summary>The last microsecond it allows, UTC: of the day, month, year or interval, of the minute or second; for an open end that of year 9999.</summary>
    public DateTime Latest { get; }

    /// <summary>Where it is marked on an axis: the last instant it allows, UTC; of an open end, which allows any, the first.</summary>
    public DateTime Mark => HasOpenEnd ? Earliest : Latest;

    /// <summary>The UTC day of <see cref="Mark"/>.</summary>
    public DateOnly MarkedDay => DateOnly.FromDateTime(Mark);

    /// <summary>Written <c>../b</c>.</summary>
    public bool HasOpenStart { get; }

    /// <summary>Written <c>a/..</c>.</summary>
    public bool HasOpenEnd { get; }

    /// <summary>One calendar date and no more, written <c>2025-08-18</c>.</summary>
    public bool IsPlainDate => Text.Length == 10 && !Text.Contains('/', StringComparison.Ordinal);

    /// <summary>A date as <see cref="IsPlainDate"/> has it.</summary>
    public static string WritePlainDate(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="text">What a client sent; anything at all.</param>
    /// <param name="edtf">What it means, if it is in the supported subset.</param>
    /// <param name="because">Else what is wrong, and the subset in one sentence.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Edtf? edtf, [NotNullWhen(false)] out string? because)
    {
        because = EdtfSpan.Read(text, out var span);
        edtf = because is null ? new Edtf(text!, span) : null;
        return because is null;
    }

    public bool Equals(Edtf? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;
}
