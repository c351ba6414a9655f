using System.Text.Json.Nodes;
using GuaranteeTracker.Faults.Fuzzing.Describing;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>JSON bodies by their schema: what is sent is mostly of the right shape.</summary>
internal sealed class Bodies(ServedDescription description, Values values, OnRecord record)
{
    public JsonNode? Draw(JsonNode schema, Draw draw) => Draw(schema, "", Name(schema), draw);

    /// <param name="name">The member's; an item has that of its list.</param>
    /// <param name="of">The schema that it is a member of.</param>
    private JsonNode? Draw(JsonNode schema, string name, string of, Draw draw)
    {
        if (schema["oneOf"] is JsonArray choices)
        {
            return Draw(choices.Last()!, name, Name(choices.Last()!), draw);
        }

        var resolved = description.Resolve(schema);
        return Kind(resolved["type"]) switch
        {
            "object" => Name(schema) == "EvidenceInput" && draw.Percent(90) ? Evidence(draw) : Name(schema) == "Erase" && draw.Percent(80) ? Erasure(draw) : Object(resolved, Name(schema), draw),
            "array" => Array(resolved["items"]!, name, of, draw),
            "number" or "integer" => Number(draw),
            _ => values.Of(Singular(name), of, draw),
        };
    }

    private JsonObject Object(JsonNode schema, string name, Draw draw)
    {
        var made = new JsonObject();
        foreach (var (member, of) in schema["properties"]!.AsObject())
        {
            if (draw.Percent(Chance(member)))
            {
                made[member] = Draw(of!, member, name, draw);
            }
        }

        return made;
    }

    /// <summary>What is rarely given with sense is rarely given.</summary>
    private static int Chance(string member) => member switch
    {
        "reportedBy" or "of" or "revises" or "prefix" or "suffix" or "to" or "reportedAs" => 15,
        "terms" => 8,
        "conditions" or "mandates" or "speaker" => 30,
        _ => 97,
    };

    private JsonArray Array(JsonNode items, string name, string of, Draw draw) =>
        new([.. Enumerable.Range(0, draw.Percent(2) ? draw.Below(60) : draw.Below(3)).Select(_ => Draw(items, name, of, draw))]);

    private static JsonNode Number(Draw draw) => JsonNode.Parse(draw.One<string>(["1", "26", "35", "90000000000", "0", "-1", "1.50", "0.000001", "79228162514264337593543950335", "79228162514264337593543950336", "1e20", "1e-28", "1e-29"]))!;

    /// <summary>Words that really stand in a source.</summary>
    private JsonObject Evidence(Draw draw)
    {
        var (id, text) = draw.One(record.Sources);
        var quotes = Enumerable.Range(0, 1 + (draw.Percent(10) ? draw.Below(4) : 0)).Select(_ =>
        {
            var start = draw.Below(text.Length);
            var exact = text.Substring(start, Math.Min(text.Length - start, 60 + draw.Below(80)));
            return (JsonNode)new JsonObject { ["exact"] = draw.Percent(93) ? exact : exact[..(exact.Length / 2)] + draw.Of(Hostile.Text) };
        });
        return new() { ["source"] = id, ["quotes"] = new JsonArray([.. quotes]) };
    }

    /// <summary>Of what is the run's own: the texts that claims quote, and the names of those who call, have to stay.</summary>
    private JsonObject Erasure(Draw draw)
    {
        var kind = draw.One<string>(["analyst", "key", "source-text"]);
        return new() { ["kind"] = kind, ["subject"] = values.Of("subject", kind, draw), ["reason"] = values.Of("reason", "Erase", draw) };
    }

    private static string Kind(JsonNode? type) => type is JsonArray several ? several.Select(one => $"{one}").First(one => one != "null") : $"{type}";

    private static string Name(JsonNode schema) => $"{schema["$ref"]}".Split('/')[^1];

    private static string Singular(string name) => name switch { "conditions" => "condition", "aliases" => "alias", _ => name };
}
