namespace GuaranteeTracker.Api.Replaying;

/// <summary>Sends seeds to a record, one after another: references come before use.</summary>
internal static class Replay
{
    /// <param name="progress">Told how many steps are done, after each.</param>
    public static async Task<ReplayReport> RunAsync(IReadOnlyList<RecordStep> steps, IRecordTarget target, Action<int> progress, CancellationToken cancellation)
    {
        var (recorded, refused) = (0, new List<string>());
        for (var i = 0; i < steps.Count; i++)
        {
            var result = await target.SendAsync(steps[i], cancellation);
            recorded += result.IsNew ? 1 : 0;
            refused.AddRange(result.Refusal is { } because ? [$"{steps[i].What}: {because}"] : []);
            progress(i + 1);
        }

        return new(recorded, steps.Count - recorded - refused.Count, refused);
    }
}

/// <param name="Repeated">How many were on record already.</param>
/// <param name="Refused">Each refusal in words.</param>
internal sealed record ReplayReport(int Recorded, int Repeated, IReadOnlyList<string> Refused);
