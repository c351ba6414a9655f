using System.Globalization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>What stands in the way of a batch: every fault of every item, each at its own place.</summary>
internal static class BatchProblem
{
    /// <summary>Null where nothing does. What cannot be accepted tells the status, before what stands in conflict.</summary>
    /// <param name="problems">Of each item, null for those without.</param>
    /// <param name="at">Where the items stand, as a JSON pointer.</param>
    public static Problem? Of(IEnumerable<Problem?> problems, string at)
    {
        var refused = problems.Select((problem, i) => (Problem: problem!, At: string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))).Where(item => item.Problem is not null).ToList();
        if (refused.Count == 0)
        {
            return null;
        }

        var errors = refused
            .SelectMany(item => item.Problem.Errors is { Count: > 0 } faults
                ? faults.Select(fault => (Pointer: item.At + fault.Key, Because: fault.Value))
                : [(item.At, [item.Problem.Detail])])
            .GroupBy(fault => fault.Pointer, StringComparer.Ordinal)
            .ToDictionary(fault => fault.Key, fault => fault.SelectMany(one => one.Because).ToArray(), StringComparer.Ordinal);
        var statuses = refused.Select(item => item.Problem.Status).ToHashSet();
        var status = statuses.Contains(StatusCodes.Status422UnprocessableEntity) ? StatusCodes.Status422UnprocessableEntity : statuses.Max();
        var codes = refused.Where(item => item.Problem.Status == status).Select(item => item.Problem.Code).Distinct(StringComparer.Ordinal).ToList();
        return new(
            status,
            codes is [var only] ? only : status == StatusCodes.Status422UnprocessableEntity ? "not-acceptable" : codes[0],
            string.Create(CultureInfo.InvariantCulture, $"{refused.Count} of the items cannot be recorded, so none was; see errors."),
            errors);
    }
}
