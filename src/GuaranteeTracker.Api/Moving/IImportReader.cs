namespace GuaranteeTracker.Api.Moving;

internal interface IImportReader
{
    IAsyncEnumerable<ImportItem> ReadAsync(CancellationToken cancellation);
}
