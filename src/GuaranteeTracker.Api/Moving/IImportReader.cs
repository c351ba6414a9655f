using GuaranteeTracker.Api.Importing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Reads what is to be imported, in the order in which it is to be recorded.</summary>
internal interface IImportReader
{
    /// <summary>How much has been read, from 0 to 1; null where nobody can know.</summary>
    double? Progress { get; }

    IAsyncEnumerable<ImportItem> ReadAsync(CancellationToken cancellation);
}
