using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Writes a body, and on the way does to it what no serializer would.</summary>
internal static class JsonText
{
    private const string Mark = "~~raw~~";

    private static readonly string[] _unknown = ["recordedAt", "sequence", "version", "recordedBy", "ID", "$type", "__proto__", "", "a.b[0]'c d", "\u202E", "type"];

    /// <summary>As it is.</summary>
    public static byte[] Write(JsonNode? body) => Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null");

    /// <summary>With one to three things wrong.</summary>
    public static byte[] Spoil(JsonNode? body, Draw draw)
    {
        var raw = draw.Of(Hostile.Json);
        for (var times = 1 + draw.Below(3); times > 0; times--)
        {
            body = SpoilOnce(body, draw);
        }

        var text = (body?.ToJsonString() ?? "null").Replace($"\"{Mark}\"", raw, StringComparison.Ordinal);
        return draw.Below(12) switch
        {
            0 => Encoding.UTF8.GetBytes(text[..draw.Below(text.Length + 1)]),
            1 => Encoding.UTF8.GetBytes(text + draw.One<string>(["}", ",", " {}", "\0", "//", text])),
            2 => Encoding.UTF8.GetBytes(draw.Of(Hostile.Json)),
            3 => Broken(Encoding.UTF8.GetBytes(text), draw),
            4 => draw.One<Encoding>([Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, Encoding.UTF32]).GetBytes(text),
            5 => Doubled(text, draw),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private static JsonNode? SpoilOnce(JsonNode? body, Draw draw)
    {
        if (body is JsonArray { Count: > 0 } items)
        {
            var at = draw.Below(items.Count);
            var spoilt = SpoilOnce(items[at]?.DeepClone(), draw);
            items[at] = spoilt;
            return items;
        }

        if (body is not JsonObject { Count: > 0 } members)
        {
            return draw.Percent(50) ? Mark : body;
        }

        var name = draw.One([.. members.Select(member => member.Key)]);
        switch (draw.Below(6))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members[draw.Percent(70) ? draw.One(_unknown) : draw.Of(Hostile.ShortText)] = members[name]?.DeepClone();
                break;
            case 2:
                members[name] = Mark;
                break;
            case 3:
                members[name] = draw.Of(Hostile.Text);
                break;
            default:
                members[name] = SpoilOnce(members[name]?.DeepClone(), draw);
                break;
        }

        return members;
    }

    /// <summary>Bytes that are no UTF-8.</summary>
    private static byte[] Broken(byte[] text, Draw draw)
    {
        byte[][] wrong = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x00]];
        var at = draw.Below(text.Length + 1);
        return [.. text[..at], .. draw.One(wrong), .. text[at..]];
    }

    /// <summary>A member is there twice.</summary>
    private static byte[] Doubled(string text, Draw draw)
    {
        using var parsed = TryParse(text);
        if (parsed is not { RootElement: { ValueKind: JsonValueKind.Object } root } || !root.EnumerateObject().Any())
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var member = draw.One([.. root.EnumerateObject()]);
        return Encoding.UTF8.GetBytes($"{text[..^1]},{JsonSerializer.Serialize(member.Name)}:{member.Value.GetRawText()}}}");
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
