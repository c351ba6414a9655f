using System.Globalization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>What a run came to, in words.</summary>
internal static class FuzzReport
{
    public static string Of(FuzzRun run, TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {run.Sent:n0} requests in {time.TotalMinutes:0.0} minutes, {run.Sent / time.TotalSeconds:0} a second; the slowest answer after {run.Slowest.TotalSeconds:0.0} s
        statuses: {string.Join(", ", run.Statuses.OrderBy(status => status.Key).Select(status => $"{status.Key} {status.Value}"))}
        went well: {string.Join(", ", run.WentWell.OrderBy(operation => operation.Value).Select(operation => $"{operation.Key} {operation.Value}"))}
        never went well: {string.Join(", ", run.NeverWell)}
        {run.Problems.Count} of {ProblemTypes.Titles.Count} problems met: {string.Join(", ", run.Problems.OrderBy(problem => problem.Value).Select(problem => $"{problem.Key} {problem.Value}"))}
        {run.Faults.Count} faults
        """);
}
