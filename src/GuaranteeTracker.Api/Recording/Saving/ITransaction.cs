namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>A way to save requests together. Those that are decided are answered once it is certain.</summary>
internal interface ITransaction
{
    /// <summary>One attempt. Where it fails nobody was answered, and all may be tried again.</summary>
    Task RunAsync(IReadOnlyList<Entry> entries, CancellationToken cancellation);
}
