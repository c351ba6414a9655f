using System.Text.Json.Nodes;

namespace GuaranteeTracker.Faults.Fuzzing.Describing;

/// <summary>One operation as the service describes it.</summary>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Parameters">Of path, query and headers.</param>
/// <param name="Body">Null where none is taken.</param>
/// <param name="Answers">By status.</param>
internal sealed record Operation(
    string Id, string Method, string Path, IReadOnlyList<Parameter> Parameters, DescribedBody? Body, IReadOnlyDictionary<int, DescribedAnswer> Answers)
{
    /// <summary>Whether it changes the record.</summary>
    public bool Records => Body is not null;
}

/// <param name="In">path, query or header.</param>
/// <param name="Example">Null where none is given.</param>
internal sealed record Parameter(string Name, string In, bool IsRepeatable, bool IsUuid, string? Example);

internal sealed record DescribedBody(string MediaType, JsonNode Schema);

/// <param name="Schemas">By media type, without parameters; none where there is no body.</param>
internal sealed record DescribedAnswer(IReadOnlyDictionary<string, JsonNode> Schemas);
