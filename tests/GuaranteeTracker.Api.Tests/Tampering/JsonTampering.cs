using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>Changes one value, somewhere inside of JSON.</summary>
internal static class JsonTampering
{
    public static string Change(string json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        var places = Places(root).ToList();
        var (replace, value) = places[random.Next(places.Count)];
        replace(Other(value, random));
        return root.ToJsonString();
    }

    private static JsonNode Other(JsonNode? value, Random random) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var words) => words.Length == 0 ? "x" : Letter(words, random.Next(words.Length)),
        JsonValue flag when flag.TryGetValue<bool>(out var set) => !set,
        JsonValue number when number.TryGetValue<decimal>(out var amount) => amount + 0.0001m,
        _ => "x",
    };

    private static string Letter(string words, int at) => string.Concat(words.AsSpan(0, at), words[at] == 'x' ? "y" : "x", words.AsSpan(at + 1));

    private static IEnumerable<(Action<JsonNode> Replace, JsonNode? Value)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.ToList().SelectMany(member => member.Value is JsonObject or JsonArray { Count: > 0 }
            ? Places(member.Value)
            : [(value => members[member.Key] = value, member.Value)]),
        JsonArray items => Enumerable.Range(0, items.Count).ToList().SelectMany(i => items[i] is JsonObject or JsonArray { Count: > 0 }
            ? Places(items[i]!)
            : [(value => items[i] = value, items[i])]),
        _ => [],
    };
}
