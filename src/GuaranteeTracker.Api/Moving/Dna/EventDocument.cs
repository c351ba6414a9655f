using System.Globalization;
using System.Text;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>The rows of one document: an excerpt of the words that they have, and statements in it.</summary>
internal sealed class EventDocument
{
    /// <summary>Between two passages, in place of the words that the list leaves out.</summary>
    public const string Gap = "\n\n[…]\n\n";

    private readonly Dictionary<string, (int Start, int Stop)> _passages = new(StringComparer.Ordinal);

    public EventDocument(IReadOnlyList<EventRow> rows)
    {
        var text = Excerpt(rows);
        var times = rows.Select(row => DnaTime.Of(row["time"])).OfType<DateTime>().ToList();
        var first = rows[0];
        var title = string.IsNullOrWhiteSpace(first["document_title"]) ? $"Document {first.DocumentId}" : first["document_title"];
        Document = new(
            first.Document, first.DocumentId, $"{title} (excerpt from a coded event list)", first["document_author"], first["document_source"], "",
            times.Count == 0 ? null : DateOnly.FromDateTime(times.Max()), text.Length == 0 ? null : text, [.. Losses(first, times)]);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Statements = [.. rows.OrderBy(row => row.Statement, NumberedIds.Order).ThenBy(row => row.Line).Select(row => Statement(row, ids.Add(row.Statement)))];
    }

    public CodedDocument Document { get; }

    public IReadOnlyList<CodedStatement> Statements { get; }

    private CodedStatement Statement(EventRow row, bool isFirst)
    {
        var (start, stop) = _passages.GetValueOrDefault(row["text"]);
        return new(
            row.Statement, row.Where, row.Document, DnaTime.Of(row["time"]) is { } time ? DateOnly.FromDateTime(time) : null,
            CodedName.Of(row.Meant(Meaning.Person)), CodedName.Of(row.Meant(Meaning.Organisation)), CodedName.Of(row.Meant(Meaning.Concept)), row.Meant(Meaning.Agreement), start, stop)
        {
            Unfit = !isFirst ? "Another line has a statement of this number in this document."
                : string.IsNullOrWhiteSpace(row["text"]) ? "It has no words."
                : UnicodeText.FindFault(row["text"]) is { } fault ? $"Its text holds {fault}."
                : null,
            Lost = [.. row.Others.Where(name => !string.IsNullOrWhiteSpace(row[name])).Select(name => $"There is no place for its {name}, {Told.Of(row[name])}.")],
        };
    }

    /// <summary>Each text once, in the order in which they begin in the document.</summary>
    private string Excerpt(IReadOnlyList<EventRow> rows)
    {
        var excerpt = new StringBuilder();
        foreach (var text in rows.OrderBy(Start).ThenBy(row => row.Line).Select(row => row["text"]).Where(text => !string.IsNullOrWhiteSpace(text) && UnicodeText.FindFault(text) is null))
        {
            if (_passages.ContainsKey(text))
            {
                continue;
            }

            excerpt.Append(excerpt.Length == 0 ? "" : Gap);
            var start = excerpt.Length;
            excerpt.Append(UnicodeText.Normalise(text));
            _passages.Add(text, (start, excerpt.Length));
        }

        return excerpt.ToString();
    }

    private static long Start(EventRow row) =>
        long.TryParse(row["start_position"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : long.MaxValue;

    private static IEnumerable<ImportLoss> Losses(EventRow first, List<DateTime> times)
    {
        var where = $"document {first.DocumentId}";
        if (times.Count == 0)
        {
            yield return new(where, "No statement in it has a time like 2025-08-20 00:00:00.");
        }

        var author = string.IsNullOrWhiteSpace(first["document_source"]) ? "" : first["document_author"];
        var parts = new[] { ("author", author), ("section", first["document_section"]), ("type", first["document_type"]), ("time of day", times.Select(time => DnaTime.OfDay(time)).FirstOrDefault(time => time.Length > 0) ?? "") };
        foreach (var (name, value) in parts.Where(part => !string.IsNullOrWhiteSpace(part.Item2)))
        {
            yield return new(where, $"There is no place for its {name}, {Told.Of(value)}.");
        }
    }
}
