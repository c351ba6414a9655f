using System.Runtime.CompilerServices;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>
/// Reads what Discourse Network Analyzer made: a database of its version 3, or an event list. Documents become sources, statements claims with their exact
/// words, persons and organisations actors, concepts topics. A second reading gives the same, ids included. docs/formats.md says what becomes of what.
/// </summary>
/// <param name="language">The tag of the documents' language, which the files do not tell.</param>
internal sealed class DnaReader(string path, string language = DnaReader.DefaultLanguage) : IImportReader
{
    public const string DefaultLanguage = "en";

    /// <summary>Of the documents.</summary>
    public double? Progress { get; private set; } = 0;

    /// <exception cref="UnusableInputException">The file is none of these, or is damaged; the message says so.</exception>
    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = await OpenAsync(cancellation);
        var coding = await file.CodingAsync(cancellation);
        foreach (var loss in coding.Losses)
        {
            yield return loss;
        }

        var names = new CodedNames(coding);
        foreach (var step in names.Steps())
        {
            yield return step;
        }

        var items = new DocumentItems(names, AgreementWord.In(coding.Statements), language);
        var statements = coding.Statements.ToLookup(statement => statement.Document, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var document in file.DocumentsAsync(cancellation))
        {
            found.Add(document.Key);
            foreach (var item in items.Of(document, [.. statements[document.Key]]))
            {
                yield return item;
            }

            Progress = (double)found.Count / coding.Documents;
        }

        foreach (var statement in coding.Statements.Where(statement => !found.Contains(statement.Document)))
        {
            yield return new ImportLoss(statement.Where, "Its document is not in the file.");
        }
    }

    private async Task<IDnaFile> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await DnaDatabase.IsOneAsync(path, cancellation)
                ? await DnaDatabase.OpenAsync(path, cancellation)
                : await EventList.ReadAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{path} cannot be read. {e.Message}", e);
        }
    }
}
