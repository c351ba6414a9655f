namespace GuaranteeTracker.Api.Moving;

/// <summary>Reads what is to be imported, in the order in which it is to be recorded.</summary>
internal interface IImportReader
{
    IAsyncEnumerable<ImportItem> ReadAsync(CancellationToken cancellation);
}
