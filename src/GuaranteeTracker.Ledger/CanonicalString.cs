using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace GuaranteeTracker.Ledger;

/// <summary>Strings as RFC 8785 writes them: only quotation marks, backslashes and control characters are escaped, as short as may be.</summary>
internal static class CanonicalString
{
    private static readonly SearchValues<char> _escaped =
        SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    /// <exception cref="FormatException">It is not Unicode: broken UTF-8, or half a surrogate pair.</exception>
    public static void Write(JsonElement json, Utf8Text text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        if (raw.Contains((byte)'\\'))
        {
            Write(Read(json), text);
            return;
        }

        // What has no escape can have none: a parser refuses bare quotation marks and control characters.
        text.Add(Utf8.IsValid(raw) ? raw : throw NotUnicode());
    }

    /// <exception cref="FormatException">It has half a surrogate pair.</exception>
    public static void Write(ReadOnlySpan<char> value, Utf8Text text)
    {
        text.Add((byte)'"');
        for (int at; (at = value.IndexOfAny(_escaped)) >= 0; value = value[(at + 1)..])
        {
            AddPlain(value[..at], text);
            AddEscaped(value[at], text);
        }

        AddPlain(value, text);
        text.Add((byte)'"');
    }

    /// <exception cref="FormatException">It is not Unicode.</exception>
    public static string ReadName(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(exception);
        }
    }

    private static string Read(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(exception);
        }
    }

    private static void AddPlain(ReadOnlySpan<char> run, Utf8Text text)
    {
        // One UTF-16 code unit takes three bytes at most.
        if (Utf8.FromUtf16(run, text.Room(3 * run.Length), out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw NotUnicode();
        }

        text.Advance(written);
    }

    private static void AddEscaped(char character, Utf8Text text)
    {
        switch (character)
        {
            case '"': text.Add("\\\""u8); break;
            case '\\': text.Add("\\\\"u8); break;
            case '\b': text.Add("\\b"u8); break;
            case '\f': text.Add("\\f"u8); break;
            case '\n': text.Add("\\n"u8); break;
            case '\r': text.Add("\\r"u8); break;
            case '\t': text.Add("\\t"u8); break;
            default:
                text.Add("\\u00"u8);
                text.Add("0123456789abcdef"u8[character >> 4]);
                text.Add("0123456789abcdef"u8[character & 15]);
                break;
        }
    }

    private static FormatException NotUnicode(Exception? inner = null) => new("A string is not Unicode: it has broken UTF-8 or half a surrogate pair.", inner);
}
