namespace GuaranteeTracker.Api.Moving;

/// <summary>What comes after an import's end is read and forgotten: many read nothing before they have sent everything.</summary>
internal static class RestOfInput
{
    /// <summary>For so long. The connection is ended then, for the import's place is others'.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task PassOverAsync(Stream request, TimeSpan patience, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(patience);
        try
        {
            await request.CopyToAsync(Stream.Null, enough.Token);
        }
        catch (Exception e) when (e is BadHttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return; // too slow, or cut off: the last line stands
        }
    }
}
