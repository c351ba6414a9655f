using System.Globalization;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Faults.Fuzzing.Describing;

/// <summary>The OpenAPI document that the service under test serves.</summary>
internal sealed class ServedDescription
{
    private readonly JsonObject _schemas;

    public ServedDescription(JsonObject document)
    {
        _schemas = document["components"]!["schemas"]!.AsObject();
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select Read(path.Key, operation.Key.ToUpperInvariant(), operation.Value!),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public static JsonNode Reference(string name) => new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };

    /// <summary>What a reference leads to, or the schema itself.</summary>
    public JsonNode Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Resolve(_schemas[reference.GetValue<string>().Split('/')[^1]]!) : schema;

    /// <summary>A media type without its parameters.</summary>
    public static string Plain(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    private static Operation Read(string path, string method, JsonNode operation) => new(
        operation["operationId"]!.GetValue<string>(), method, path,
        [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => Read(parameter!))],
        operation["requestBody"]?["content"]?.AsObject().First() is { } body ? new(body.Key, body.Value!["schema"]!) : null,
        operation["responses"]!.AsObject().ToDictionary(answer => int.Parse(answer.Key, CultureInfo.InvariantCulture), answer => Answer(answer.Value!)));

    private static Parameter Read(JsonNode parameter) => new(
        parameter["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), $"{parameter["schema"]?["type"]}" == "array", $"{parameter["schema"]?["format"]}" == "uuid",
        parameter["example"] is JsonArray several ? several[0]!.ToString() : parameter["example"]?.ToString());

    private static DescribedAnswer Answer(JsonNode answer) => new(
        (answer["content"]?.AsObject() ?? []).GroupBy(content => Plain(content.Key)).ToDictionary(group => group.Key, group => group.First().Value!["schema"] ?? new JsonObject()));
}
