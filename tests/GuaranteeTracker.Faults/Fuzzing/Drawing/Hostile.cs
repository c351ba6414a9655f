using CsCheck;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Texts that something might stumble over.</summary>
internal static class Hostile
{
    private static readonly string[] _texts =
    [
        "", " ", "\t", "a\u0000b", "\u0001", "line\r\nbreak", "\u001b[31mred", "\u202Eevil\u202C", "zero\u200Bwidth", "\u2066isolate", "\uFEFFmark", "a\u0301\u0301\u0301", "\u0130\u0131\uFB03", "Ω≈ç√∫˜µ", "𝕎𝕠𝕣𝕕", "👩‍👩‍👧‍👦",
        "<script>alert(1)</script>", "javascript:alert(1)", "\"><img src=x onerror=alert(1)>", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "'; drop table mt_events; --", "' or 1=1--", "%s%n%x", "{0}", "${jndi:ldap://x}", "{{7*7}}",
        "../../etc/passwd", "..\\..\\win.ini", "%00", "%ff", "&#0;", "]]>", "<!--", "null", "undefined", "NaN", "Infinity", "true", "0", "-1", "1e100000", "9223372036854775808", "99999999999999999999999999", "0x10", "１２",
        "us\u0000", "U\u0455", "uѕ", "US", "us ", " us", "us-", "-us", "u_s", "us/", "us%2F", "us\u200B", "ｕｓ", "us.", "..", ".", "seq:", "seq:x", "seq:1.5", "*", "W/\"1\"", "\uFFFD",
    ];

    /// <summary>Of any kind.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
        (6, Gen.OneOf(_texts)),
        (2, Gen.String[0, 20]),
        (1, Gen.Char.Array[0, 12].Select(letters => new string(letters))),
        (1, Gen.Select(Gen.OneOf("a", "é", "𝕎", "\u0301", "(a+", "\u202E", " ", "<", "\"", "[", "a-", "%"), Gen.Frequency((6, Gen.Int[1, 300]), (2, Gen.Int[300, 5_000]), (1, Gen.Int[5_000, 40_000])), (piece, times) => string.Concat(Enumerable.Repeat(piece, times)))));

    /// <summary>Short enough for a header or an address.</summary>
    public static readonly Gen<string> ShortText = Text.Select(text => text.Length <= 300 ? text : text[..300]);

    /// <summary>JSON that is none, or means trouble, in place of a value.</summary>
    public static readonly Gen<string> Json = Gen.Frequency(
        (8, Gen.OneOf(
            "null", "true", "0", "-0", "1e100000", "-1e-100000", "1E400", "123456789012345678901234567890.123456789012345678901234567890", "01", ".5", "+1", "NaN", "-", "\"", "{}", "[]", "[[]]", "{\"\":0}", "[null]", "[1,]", "{\"a\":}", "'x'",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x41\"", "\"a\nb\"", "\"\u0001\"", "\"\\u202e\"", "\"\\ufeff\"", "/**/1", "1//", "\"\\uD83D\"", "{\"a\":1,\"a\":1}", "[\"us\",\"us\"]", "{\"$type\":\"x\"}", "\uFEFF1")),
        (1, Gen.OneOf(64, 65, 66, 5_000).Select(depth => new string('[', depth) + new string(']', depth))),
        (1, Gen.OneOf(63, 64, 65, 3_000).Select(depth => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth))),
        (1, Gen.Const(() => new string('[', 20_000))),
        (1, Gen.Const(() => "1" + new string('0', 10_000))),
        (2, Text.Select(text => System.Text.Json.JsonSerializer.Serialize(text))));
}
