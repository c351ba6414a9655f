using GuaranteeTracker.Api.Importing;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>A file of coded documents, whatever its form. Reading it twice gives the same in the same order.</summary>
internal interface IDnaFile : IAsyncDisposable
{
    /// <summary>Everything but the documents.</summary>
    Task<Coding> CodingAsync(CancellationToken cancellation);

    /// <summary>One at a time, for each is large.</summary>
    IAsyncEnumerable<CodedDocument> DocumentsAsync(CancellationToken cancellation);
}

/// <param name="Losses">What belongs to no document and has no place in the record.</param>
/// <param name="Organisations">Names known to the file; those in statements need not be among them.</param>
/// <param name="Persons">Likewise.</param>
/// <param name="Concepts">Likewise.</param>
/// <param name="Statements">By document, then in order.</param>
/// <param name="Documents">How many there are.</param>
internal sealed record Coding(
    IReadOnlyList<ImportLoss> Losses, IReadOnlyList<string> Organisations, IReadOnlyList<string> Persons, IReadOnlyList<string> Concepts,
    IReadOnlyList<CodedStatement> Statements, long Documents);

/// <summary>A document as the file has it. Absent texts are empty.</summary>
/// <param name="Key">What statements call it; unlike <paramref name="Id"/> unique even where lists were put together.</param>
/// <param name="Title">What the source is to be called.</param>
/// <param name="Day">Null where the file gives none of the calendar.</param>
/// <param name="Text">Null where it cannot be read; <paramref name="Losses"/> says why.</param>
internal sealed record CodedDocument(
    string Key, string Id, string Title, string Author, string Source, string Notes, DateOnly? Day, string? Text, IReadOnlyList<ImportLoss> Losses)
{
    public string Where => $"document {Id}";
}

/// <summary>A coded passage as the file has it. Names are in NFC and trimmed, and null where there is none.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="Day">When it was said, as far as the file tells; null where it gives no day of the calendar.</param>
/// <param name="Agreement">As written.</param>
/// <param name="Start">The first UTF-16 code unit in the document's text.</param>
/// <param name="Stop">The first one after it.</param>
internal sealed record CodedStatement(
    string Id, string Where, string Document, DateOnly? Day, string? Person, string? Organisation, string? Concept, string? Agreement, long Start, long Stop)
{
    /// <summary>Why no claim can come of it; null where it is coded as a claim has to be.</summary>
    public string? Unfit { get; init; }

    /// <summary>What else it carries, for which there is no place.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];
}
