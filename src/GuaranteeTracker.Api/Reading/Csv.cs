using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace GuaranteeTracker.Api.Reading;

/// <summary>One column of a table.</summary>
/// <param name="Cell">What stands in it; null leaves it empty.</param>
/// <param name="IsNumber">Whether it holds numbers alone: no spreadsheet takes a number for a formula, negative ones included.</param>
internal sealed record CsvColumn<T>(string Name, Func<T, string?> Cell, bool IsNumber = false);

/// <summary>Tables as RFC 4180 has them: UTF-8 without byte order mark, CR LF, a header; safe to open in a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>Full-width signs too: some spreadsheets take them for the narrow ones.</summary>
    private static readonly Regex _dangerous = new("^'*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly CsvWriterOptions
        _options = CsvWriterOptions.Default with { NewLine = "\r\n", Quoting = CsvQuoting.WhenNeededOrWhitespace },
        _semicolons = CsvWriterOptions.Default with { NewLine = "\n", Quoting = CsvQuoting.Always, Separator = ';' };

    /// <param name="hasHeader">False where the rows continue a table.</param>
    public static byte[] Write<T>(IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows, bool hasHeader = true) => Write(_options, columns, rows, hasHeader);

    /// <summary>As some programs of Java write tables: semicolons between cells, each in quotes, lines that end in LF.</summary>
    /// <param name="hasHeader">False where the rows continue a table.</param>
    public static byte[] WriteWithSemicolons<T>(IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows, bool hasHeader) => Write(_semicolons, columns, rows, hasHeader);

    private static byte[] Write<T>(CsvWriterOptions options, IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows, bool hasHeader)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, options, leaveOpen: true))
        {
            if (hasHeader)
            {
                csv.WriteHeader([.. columns.Select(column => Safe(column.Name))]);
            }

            foreach (var row in rows)
            {
                foreach (var column in columns)
                {
                    csv.WriteField(column.IsNumber ? column.Cell(row) ?? "" : Safe(column.Cell(row) ?? ""));
                }

                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// With an apostrophe before what a spreadsheet would run as a formula. A text that looks as if it had got one gets another, so that
    /// taking one away, from whatever begins with apostrophes and such a character, gives every text back.
    /// </summary>
    public static string Safe(string text) => _dangerous.IsMatch(text) ? $"'{text}" : text;

    /// <summary>The text of which <see cref="Safe"/> made the cell.</summary>
    public static string Plain(string cell) => cell.StartsWith('\'') && _dangerous.IsMatch(cell) ? cell[1..] : cell;

    /// <summary>Several texts in one cell, with <c>; </c> between them; a semicolon inside one is doubled.</summary>
    public static string? Join(IEnumerable<string> texts) =>
        string.Join("; ", texts.Select(text => text.Replace(";", ";;", StringComparison.Ordinal))) is { Length: > 0 } joined ? joined : null;

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
