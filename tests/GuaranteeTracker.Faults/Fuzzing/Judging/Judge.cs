using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Faults.Fuzzing.Describing;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>What must hold of every answer, whatever was asked.</summary>
internal sealed class Judge(ServedDescription description)
{
    private const string ProblemJson = "application/problem+json", Html = "text/html", Lines = "application/x-ndjson";

    // What is refused before any operation is reached, so that none lists it.
    private static readonly int[] _beforeRoutes = [400, 408, 414, 431], _bare = [400, 405, 408, 411, 413, 414, 417, 426, 431, 501, 505];

    private readonly SchemaFit _fit = new(description);

    /// <returns>What is wrong with it; null where nothing is.</returns>
    public string? Fault(WireRequest request, WireAnswer? answer) =>
        answer is null ? request.Endings == Endings.Answered ? "the connection ended without an answer" : null
        : !answer.Headers.ContainsKey("x-correlation-id") ? OfServer(request, answer)
        : OfStatus(request, answer) ?? SafeHeaders.Fault(answer) ?? OfContent(request, answer);

    /// <summary>The server in front refuses what is no HTTP, and says nothing.</summary>
    private static string? OfServer(WireRequest request, WireAnswer answer) =>
        !request.Endings.HasFlag(Endings.Bare) && !request.Endings.HasFlag(Endings.Cut) ? $"a bare {answer.Status} without a correlation id"
        : !_bare.Contains(answer.Status) ? $"a bare {answer.Status}"
        : answer.Body.Length > 0 || answer.Headers.ContainsKey("server") ? "the server in front tells something of itself"
        : null;

    // oEmbed 1.0 asks for 501 where a format is not to be had.
    private static string? OfStatus(WireRequest request, WireAnswer answer) =>
        answer.Status >= 500 && !(answer.Status == 501 && request.Operation is null or { Id: "getOembed" }) ? $"{answer.Status}"
        : request.Operation is { } operation && !operation.Answers.ContainsKey(answer.Status) && !_beforeRoutes.Contains(answer.Status) ? $"{answer.Status} is not described for {operation.Id}"
        : null;

    private string? OfContent(WireRequest request, WireAnswer answer)
    {
        var type = ServedDescription.Plain(answer.Header("content-type"));
        if (answer.Status >= 400)
        {
            return type == Html ? null
                : type != ProblemJson ? $"{answer.Status} is told as {type}"
                : request.Method == "HEAD" ? null
                : OfProblem(answer);
        }

        var schemas = request.Operation?.Answers.GetValueOrDefault(answer.Status)?.Schemas;
        return answer.Status is 204 or 304 || schemas is null || answer.Body.Length == 0 ? null
            : !schemas.TryGetValue(type, out var schema) ? $"{type} is not described for {request.Operation!.Id}"
            : type == "application/json" ? IsOtherJson(request) ? null : Misfit(answer.Body, schema)
            : type == Lines && request.Operation!.Id == "importLines" ? answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Misfit(Encoding.UTF8.GetBytes(line), schema)).FirstOrDefault(misfit => misfit is not null)
            : null;
    }

    /// <summary>Schemas are those of format=json.</summary>
    private static bool IsOtherJson(WireRequest request) => request.Bytes.AsSpan().IndexOf("format=timelinejs"u8) >= 0;

    private string? OfProblem(WireAnswer answer)
    {
        if (Misfit(answer.Body, ServedDescription.Reference("ProblemAnswer")) is { } misfit)
        {
            return misfit;
        }

        var problem = JsonNode.Parse(answer.Body)!;
        var type = problem["type"]!.GetValue<string>();
        return problem["status"]!.GetValue<int>() != answer.Status ? "the problem tells another status"
            : !ProblemTypes.Titles.ContainsKey(type[ProblemTypes.Path.Length..]) ? $"{type} is not a known type"
            : !problem["detail"]!.GetValue<string>().EndsWith('.') ? "the detail is no sentence"
            : Leaks.In(answer.Text) is { Length: > 0 } leak ? $"the answer tells {leak}"
            : null;
    }

    private string? Misfit(byte[] body, JsonNode schema)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body);
            return _fit.Misfit(parsed.RootElement, schema);
        }
        catch (JsonException e)
        {
            return $"the answer is no JSON: {e.Message}";
        }
    }
}
