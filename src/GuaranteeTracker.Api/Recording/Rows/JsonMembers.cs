using System.Text.Json;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Walks an object's members.</summary>
internal static class JsonMembers
{
    /// <summary>Goes to the next member's name; false at the end of the object. It stands before the name, or at the object's beginning.</summary>
    public static bool NextMember(this ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    public static string? NextText(this ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    /// <summary>Whether the member is an array that is not empty.</summary>
    public static bool NextHasItems(this ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        var (depth, items) = (json.CurrentDepth, false);
        while (json.Read() && json.CurrentDepth > depth)
        {
            items = true;
        }

        return items;
    }
}
