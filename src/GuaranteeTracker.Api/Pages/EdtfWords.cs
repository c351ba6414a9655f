using System.Globalization;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Pages;

/// <summary>A date in EDTF as people read it: no more exact than it is.</summary>
internal static class EdtfWords
{
    /// <returns>20 August 2025 · August 2025 · some time up to 20 August 2025 · 11 August 2025 to 17 August 2025 · about 2025.</returns>
    public static string Of(Edtf date) => Of(date.Text);

    /// <param name="edtf">As <see cref="Edtf.Text"/> has it.</param>
    public static string Of(string edtf) => edtf.Split('/') switch
    {
        ["..", var last] => $"some time up to {Part(last)}",
        [var first, ".."] => $"{Part(first)} or later",
        [var first, var last] => $"{Part(first)} to {Part(last)}",
        _ => Part(edtf),
    };

    private static string Part(string text) => text switch
    {
        [.. var date, '~'] => "about " + Plain(date),
        [.. var date, '?'] => "perhaps " + Plain(date),
        _ => Plain(text),
    };

    private static string Plain(string text) => text.Length switch
    {
        4 => text,
        7 => DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        10 => Words.Of(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => Instant(text),
    };

    /// <summary>On the clock of whoever said it.</summary>
    private static string Instant(string text)
    {
        var (day, time) = (text[..10], text[11..]);
        var zone = time.EndsWith('Z') ? "Z" : time[^6..];
        return $"{Plain(day)}, {time[..^zone.Length]} {(zone == "Z" ? "UTC" : "UTC" + zone.Replace('-', '−'))}";
    }
}
