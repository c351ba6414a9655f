using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Listed claims as JSON, whole or some members of them.</summary>
internal static class ClaimJson
{
    /// <summary>A claim's members, in their order.</summary>
    public static IReadOnlyList<string> Members { get; } =
        [.. Json.Options.GetTypeInfo(typeof(ListedClaim)).Properties.OrderBy(member => member.Order).Where(member => member.Get is not null).Select(member => member.Name)];

    /// <param name="fields">Null: all.</param>
    public static object Of(ClaimList list, IReadOnlyList<string>? fields)
    {
        if (fields is null)
        {
            return list;
        }

        var whole = JsonSerializer.SerializeToNode(list, Json.Options)!.AsObject();
        whole["items"] = new JsonArray([.. list.Items.Select(claim => Some(claim, fields))]);
        return whole;
    }

    /// <summary>A line of NDJSON.</summary>
    /// <param name="fields">Null: all.</param>
    public static void WriteLine(ListedClaim claim, IReadOnlyList<string>? fields, Utf8JsonWriter json)
    {
        if (fields is null)
        {
            JsonSerializer.Serialize(json, claim, Json.Options);
        }
        else
        {
            Some(claim, fields).WriteTo(json, Json.Options);
        }
    }

    private static JsonObject Some(ListedClaim claim, IReadOnlyList<string> fields)
    {
        var whole = JsonSerializer.SerializeToNode(claim, Json.Options)!.AsObject();
        return new(fields.Select(field => KeyValuePair.Create(field, whole[field]?.DeepClone())));
    }
}
