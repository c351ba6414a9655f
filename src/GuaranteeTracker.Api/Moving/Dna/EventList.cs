using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>An event list: a row for each statement, with its words but without the rest of its document. Its documents are excerpts of those words.</summary>
internal sealed class EventList : IDnaFile
{
    private readonly Coding _coding;
    private readonly IReadOnlyList<CodedDocument> _documents;

    private EventList(EventRows rows)
    {
        var documents = rows.Rows.GroupBy(row => row.Document, StringComparer.Ordinal).OrderBy(rows => rows.First().DocumentId, NumberedIds.Order)
            .ThenBy(rows => rows.Key, StringComparer.Ordinal).Select(rows => new EventDocument([.. rows])).ToList();
        _documents = [.. documents.Select(document => document.Document)];
        _coding = new(rows.Losses, [], [], [], [.. documents.SelectMany(document => document.Statements)], documents.Count);
    }

    /// <exception cref="UnusableInputException">It is no event list; the message says what is missing.</exception>
    public static async Task<EventList> ReadAsync(string path, CancellationToken cancellation) => new(await EventRows.ReadAsync(path, cancellation));

    public Task<Coding> CodingAsync(CancellationToken cancellation) => Task.FromResult(_coding);

    public IAsyncEnumerable<CodedDocument> DocumentsAsync(CancellationToken cancellation) => _documents.ToAsyncEnumerable();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
