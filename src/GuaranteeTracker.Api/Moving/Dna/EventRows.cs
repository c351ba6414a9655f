using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>The rows of an event list, as DNA writes it (<c>;</c>) or by RFC 4180 (comma).</summary>
internal sealed record EventRows(IReadOnlyList<EventRow> Rows, IReadOnlyList<ImportLoss> Losses)
{
    private const int Largest = 256 * 1024 * 1024, LongestRow = 16 * 1024 * 1024;

    private static readonly string[] _needed = ["statement_id", "time", "concept", "agreement", "text", "document_id"];

    private static readonly HashSet<string> _known =
    [
        .. _needed, "start_position", "stop_position", "coder", "document_title", "document_author", "document_source", "document_section", "document_type",
    ];

    public static async Task<EventRows> ReadAsync(string path, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > Largest)
        {
            throw new UnusableInputException($"{path} has {new FileInfo(path).Length} bytes; of an event list at most {Largest} are read: divide it.");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        if (!Utf8.IsValid(bytes) || SeparatorOf(bytes) is not { } separator)
        {
            throw new UnusableInputException($"{path} is neither a database of DNA 3 nor an event list: that is UTF-8, and its first line names the columns, beginning with statement_id.");
        }

        try
        {
            return Read(bytes, separator, path);
        }
        catch (CsvFormatException e)
        {
            throw new UnusableInputException($"{path} is no table from line {e.LineNumber} on. {e.Message}", e);
        }
    }

    private static EventRows Read(byte[] bytes, char separator, string path)
    {
        using var csv = CsvReader.Create(bytes, CsvReaderOptions.Default with
        {
            Separator = separator, TrackLineNumbers = true, MaxRecordSize = LongestRow, MalformedData = CsvMalformedDataHandling.Throw, IncludeValuesInExceptions = false,
        });
        csv.ReadHeader();
        var columns = csv.Headers.Select(name => name.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToList();
        Refuse(columns, path);
        var (rows, losses) = (new List<EventRow>(), new List<ImportLoss>());
        while (csv.Read())
        {
            if (csv.FieldCount != columns.Count)
            {
                losses.Add(new(string.Create(CultureInfo.InvariantCulture, $"line {csv.LineNumber}"), $"It has {csv.FieldCount} cells where the first line has {columns.Count}."));
                continue;
            }

            var isOurs = separator == ',' || Guid.TryParseExact(csv.GetString(columns.IndexOf("document_id")), "D", out _);
            var cells = columns.Select((name, i) => (Name: name, Text: isOurs ? Csv.Plain(csv.GetString(i)) : csv.GetString(i)))
                .ToDictionary(cell => cell.Name, cell => cell.Text, StringComparer.Ordinal);
            rows.Add(new(csv.LineNumber, cells, [.. columns.Where(name => Meanings.Of(name) == Meaning.Other && !_known.Contains(name))]));
        }

        if (rows.Exists(row => !string.IsNullOrWhiteSpace(row["coder"])))
        {
            losses.Add(new("column coder", "There is no place for who coded what."));
        }

        return new(rows, losses);
    }

    private static void Refuse(List<string> columns, string path)
    {
        var missing = _needed.Except(columns, StringComparer.Ordinal).ToList();
        if (missing.Count == 0 && !Meanings.MakeClaims([.. columns.Select(Meanings.Of)]))
        {
            missing.Add("person or organization");
        }

        if (missing.Count > 0)
        {
            throw new UnusableInputException($"{path} is no event list: it has no column {string.Join(", ", missing)}.");
        }

        if (columns.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(names => names.Count() > 1) is { Key: var twice })
        {
            throw new UnusableInputException($"{path} has two columns {Told.Of(twice)}.");
        }
    }

    /// <summary>What stands between the first line's names; null where it is not that of an event list.</summary>
    private static char? SeparatorOf(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? bytes.AsSpan() : bytes.AsSpan(0, end);
        var names = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 4096)]);
        return !names.Contains("statement_id", StringComparison.OrdinalIgnoreCase) ? null
            : names.IndexOfAny([';', ',', '\t']) is >= 0 and var at ? names[at] : null;
    }
}
