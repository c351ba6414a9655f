using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Faults.Fuzzing.Describing;

/// <summary>Whether JSON is as a schema of the description says. Knows the words that the description uses, and fails at any other.</summary>
internal sealed class SchemaFit(ServedDescription description)
{
    private static readonly string[] _told = ["description", "format", "example", "examples", "default", "title", "pattern", "discriminator", "minimum", "maximum"];

    /// <returns>What does not fit, and where; null where all does.</returns>
    public string? Misfit(JsonElement value, JsonNode schema, string at = "")
    {
        foreach (var (word, rule) in description.Resolve(schema).AsObject())
        {
            var misfit = word switch
            {
                "type" => Type(value, rule!) ? null : $"{at} is {value.ValueKind}, not {rule!.ToJsonString()}",
                "enum" => rule!.AsArray().Any(known => Same(value, known)) ? null : $"{at} is {value}, which is none of those described",
                "const" => Same(value, rule) ? null : $"{at} is {value}, not {rule}",
                "required" => Missing(value, rule!.AsArray(), at),
                "properties" => Members(value, rule!.AsObject(), at),
                "additionalProperties" => Others(value, description.Resolve(schema), rule!, at),
                "items" => Items(value, rule!, at),
                "oneOf" or "anyOf" => AnyOf(value, rule!.AsArray(), at),
                "allOf" => rule!.AsArray().Select(part => Misfit(value, part!, at)).FirstOrDefault(part => part is not null),
                _ when _told.Contains(word) => null,
                _ => throw new NotSupportedException($"The description says {word} of {at}, which is not looked at."),
            };
            if (misfit is not null)
            {
                return misfit;
            }
        }

        return null;
    }

    private static bool Type(JsonElement value, JsonNode types) =>
        types is JsonArray several ? several.Any(type => Type(value, type!)) : types.GetValue<string>() switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Object,
        };

    private static bool Same(JsonElement value, JsonNode? known) =>
        known is null ? value.ValueKind == JsonValueKind.Null : JsonNode.DeepEquals(JsonNode.Parse(value.GetRawText()), known);

    private static string? Missing(JsonElement value, JsonArray names, string at) =>
        value.ValueKind == JsonValueKind.Object && names.FirstOrDefault(name => !value.TryGetProperty(name!.GetValue<string>(), out _)) is { } missing ? $"{at}/{missing} is missing" : null;

    private string? Members(JsonElement value, JsonObject members, string at) => value.ValueKind != JsonValueKind.Object ? null
        : members.Select(member => value.TryGetProperty(member.Key, out var given) ? Misfit(given, member.Value!, $"{at}/{member.Key}") : null).FirstOrDefault(misfit => misfit is not null);

    private string? Others(JsonElement value, JsonNode schema, JsonNode rule, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var known = schema["properties"]?.AsObject() ?? [];
        var others = value.EnumerateObject().Where(member => !known.ContainsKey(member.Name));
        return rule is JsonValue allowed && allowed.TryGetValue<bool>(out var isAllowed)
            ? isAllowed ? null : others.Select(other => $"{at}/{other.Name} is not described").FirstOrDefault()
            : others.Select(other => Misfit(other.Value, rule, $"{at}/{other.Name}")).FirstOrDefault(misfit => misfit is not null);
    }

    private string? Items(JsonElement value, JsonNode rule, string at) => value.ValueKind != JsonValueKind.Array ? null
        : value.EnumerateArray().Select((item, i) => Misfit(item, rule, $"{at}/{i}")).FirstOrDefault(misfit => misfit is not null);

    private string? AnyOf(JsonElement value, JsonArray several, string at)
    {
        var misfits = several.Select(one => Misfit(value, one!, at)).ToList();
        return misfits.Contains(null) ? null : string.Join(" or ", misfits.Distinct());
    }
}
