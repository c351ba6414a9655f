using System.Globalization;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>A row of an event list.</summary>
/// <param name="Cells">By the name of the column, in lower case.</param>
internal sealed record EventRow(long Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<string> Others)
{
    public string Statement => this["statement_id"];

    public string DocumentId => this["document_id"];

    /// <summary>Its document's key: where lists were put together, one id may be that of several.</summary>
    public string Document => $"{DocumentId}\n{this["document_title"]}";

    public string Where => string.Create(CultureInfo.InvariantCulture, $"line {Line}, statement {Statement} of document {DocumentId}");

    /// <summary>Empty where there is no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column) ?? "";

    public string? Meant(Meaning meaning) => Cells.Where(cell => Meanings.Of(cell.Key) == meaning).Select(cell => cell.Value).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
