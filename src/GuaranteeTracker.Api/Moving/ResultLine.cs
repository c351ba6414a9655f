using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>What became of one line of an import, as it is answered.</summary>
/// <param name="Line">Which, from 1.</param>
/// <param name="Result">recorded, repeated (it was on record already), refused or lost (it could not be read).</param>
/// <param name="Type">Of what was sent; absent for what was lost.</param>
/// <param name="Version">That its resource has now; absent where it is not on record.</param>
/// <param name="Problem">Why it is not on record.</param>
internal sealed record ResultLine(
    long Line,
    string Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ResultProblem? Problem)
{
    public static ResultLine Of(ImportResult result)
    {
        var (item, step) = (result.Item!, (result.Item as ImportStep)?.Step);
        return new(
            item.Line, EnumWords.Of(result.Word), step is null ? null : EnumWords.Of(step.Kind), step?.Id, result.Version,
            result.Problem is { } problem ? ResultProblem.Of(problem) : result.Because is { } because ? ResultProblem.Of(new(400, "bad-json", because)) : null);
    }
}

/// <summary>The last line: how many of each, and why it ended before the input did, where it did.</summary>
/// <param name="Result">finished, or stopped.</param>
internal sealed record LastLine(
    string Result, int Recorded, int Repeated, int Refused, int Lost, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ResultProblem? Problem)
{
    public const string Finished = "finished", Stopped = "stopped";

    public static LastLine Of(ImportReport report, string result, Problem? problem) =>
        new(result, report.Recorded, report.Repeated, report.Refused, report.Lost, problem is null ? null : ResultProblem.Of(problem));
}

/// <summary>Problem details inside a line.</summary>
internal sealed record ResultProblem(
    string Type, int Status, string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors)
{
    public static ResultProblem Of(Problem problem) => new(ProblemTypes.Path + problem.Code, problem.Status, problem.Detail, problem.Errors);
}
