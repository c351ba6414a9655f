
namespace GuaranteeTracker.Api.Replaying;

/// <summary>Sends seeds to a record, one after another: references come before use.</summary>
internal static class Replay
{
    /// <param name="progress">Told how many steps are done, after each.</param>
    public static async Task<ReplayReport> RunAsync(IReadOnlyList<RecordStep> steps, IRecordTarget target, Action<int> progress, CancellationToken cancellation)
    {
        var refused = new List<string>();
        var report = await Import.RunAsync(
            steps.Select(step => (ImportItem)new ImportStep(step.What, step)).ToAsyncEnumerable(), target, refused.Add, progress, cancellation);
        return new(report.Recorded, report.Repeated, refused);
    }
}

/// <param name="Repeated">How many were on record already.</param>
/// <param name="Refused">Each refusal in words.</param>
internal sealed record ReplayReport(int Recorded, int Repeated, IReadOnlyList<string> Refused);
