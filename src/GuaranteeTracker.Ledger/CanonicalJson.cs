using System.Runtime.InteropServices;
using System.Text.Json;

namespace GuaranteeTracker.Ledger;

/// <summary>
/// JSON in the one form that is hashed: RFC 8785, but with numbers exact to their last digit. Members in the order of their names'
/// UTF-16 code units, no white space, the shortest escapes. Equal values give equal bytes, different values different ones.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Writes a value in that form.</summary>
    /// <param name="json">Any value.</param>
    /// <returns>UTF-8, without a byte order mark.</returns>
    /// <exception cref="FormatException">
    /// An object has a member twice, a string is not Unicode, a number's exponent has more than nine digits, or there is no value at all.
    /// </exception>
    public static byte[] Write(JsonElement json)
    {
        using var text = new Utf8Text();
        Write(json, text);
        return text.Written.ToArray();
    }

    internal static void Write(JsonElement json, Utf8Text text)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(json, text); break;
            case JsonValueKind.Array: WriteArray(json, text); break;
            case JsonValueKind.String: CanonicalString.Write(json, text); break;
            case JsonValueKind.Number: CanonicalNumber.Write(JsonMarshal.GetRawUtf8Value(json), text); break;
            case JsonValueKind.True: text.Add("true"u8); break;
            case JsonValueKind.False: text.Add("false"u8); break;
            case JsonValueKind.Null: text.Add("null"u8); break;
            default: throw new FormatException($"{json.ValueKind} is no JSON value.");
        }
    }

    private static void WriteObject(JsonElement json, Utf8Text text)
    {
        var names = new string[json.GetPropertyCount()];
        var values = new JsonElement[names.Length];
        var count = 0;
        foreach (var member in json.EnumerateObject())
        {
            (names[count], values[count++]) = (CanonicalString.ReadName(member), member.Value);
        }

        Array.Sort(names, values, StringComparer.Ordinal);
        text.Add((byte)'{');
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0)
            {
                RefuseTwice(names[i - 1], names[i]);
                text.Add((byte)',');
            }

            CanonicalString.Write(names[i], text);
            text.Add((byte)':');
            Write(values[i], text);
        }

        text.Add((byte)'}');
    }

    private static void RefuseTwice(string name, string next)
    {
        if (name == next)
        {
            throw new FormatException($"The member {name} stands twice.");
        }
    }

    private static void WriteArray(JsonElement json, Utf8Text text)
    {
        text.Add((byte)'[');
        var first = true;
        foreach (var item in json.EnumerateArray())
        {
            if (!first)
            {
                text.Add((byte)',');
            }

            first = false;
            Write(item, text);
        }

        text.Add((byte)']');
    }
}
