namespace GuaranteeTracker.Api.Replaying;

/// <summary>Sends seeds to a record, one after another: references come before use.</summary>
internal static class Replay
{
    /// <param name="progress">Told how many steps are done, after each.</param>
    public static async Task<ReplayReport> RunAsync(IReadOnlyList<SeedStep> steps, IRecordTarget target, Action<int> progress, CancellationToken cancellation)
    {
        var (recorded, repeated, refused) = (0, 0, new List<string>());
        for (var i = 0; i < steps.Count; i++)
        {
            var result = await target.SendAsync(steps[i], cancellation);
            recorded += result.IsNew ? 1 : 0;
            repeated += result is { IsNew: false, Refusal: null } ? 1 : 0;
            if (result.Refusal is not null)
            {
                refused.Add($"{steps[i].What}: {result.Refusal}");
            }

            progress(i + 1);
        }

        return new(recorded, repeated, refused);
    }
}

/// <param name="Repeated">How many were on record already.</param>
/// <param name="Refused">Each refusal in words.</param>
internal sealed record ReplayReport(int Recorded, int Repeated, IReadOnlyList<string> Refused);
