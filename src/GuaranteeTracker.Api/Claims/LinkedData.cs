using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Claims;

/// <summary>JSON whose members are there or not.</summary>
internal static class LinkedData
{
    /// <param name="members">What is null is left out.</param>
    public static JsonObject Node(params IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>One as itself, several as a list, none as null: as JSON-LD compacts them.</summary>
    public static JsonNode? Several(IReadOnlyList<JsonNode> nodes) => nodes.Count switch
    {
        0 => null,
        1 => nodes[0],
        _ => new JsonArray([.. nodes]),
    };
}
