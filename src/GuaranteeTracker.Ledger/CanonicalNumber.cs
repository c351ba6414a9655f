using System.Buffers.Text;

namespace GuaranteeTracker.Ledger;

/// <summary>
/// ECMAScript's layout of a number (ECMA-262, Number::toString, radix 10), which RFC 8785 asks for, around the number's own digits.
/// No double takes part, so nothing is rounded; where the shortest digits of a double are those written, the two agree to the byte.
/// </summary>
internal static class CanonicalNumber
{
    private const int LongestOnTheStack = 128;

    /// <param name="json">A number by JSON's grammar.</param>
    /// <exception cref="FormatException">The exponent has more than nine digits.</exception>
    public static void Write(ReadOnlySpan<byte> json, Utf8Text text)
    {
        var negative = json[0] == '-';
        var e = json.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = json[(negative ? 1 : 0)..(e < 0 ? json.Length : e)];
        Span<byte> room = mantissa.Length <= LongestOnTheStack ? stackalloc byte[LongestOnTheStack] : new byte[mantissa.Length];
        var digits = Digits(mantissa, room, out var point);
        if (digits.IsEmpty)
        {
            text.Add((byte)'0'); // minus zero too
            return;
        }

        if (negative)
        {
            text.Add((byte)'-');
        }

        Lay(digits, point + (e < 0 ? 0 : Exponent(json[(e + 1)..])), text);
    }

    /// <summary>The digits between the first and the last that are not zero.</summary>
    /// <param name="point">How many of them stand before the decimal point; below zero: so many zeros between it and them.</param>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> mantissa, Span<byte> room, out int point)
    {
        var dot = mantissa.IndexOf((byte)'.');
        point = dot < 0 ? mantissa.Length : dot;
        mantissa[..point].CopyTo(room);
        mantissa[Math.Min(point + 1, mantissa.Length)..].CopyTo(room[point..]);
        var all = room[..(dot < 0 ? point : mantissa.Length - 1)];
        var digits = all.TrimStart((byte)'0');
        point -= all.Length - digits.Length;
        return digits.TrimEnd((byte)'0');
    }

    private static int Exponent(ReadOnlySpan<byte> json)
    {
        var negative = json[0] == '-';
        var digits = json.TrimStart("+-"u8).TrimStart((byte)'0');
        if (digits.Length > 9)
        {
            throw new FormatException("A number's exponent has more than nine digits.");
        }

        return Utf8Parser.TryParse(digits, out int exponent, out _) && negative ? -exponent : exponent;
    }

    private static void Lay(ReadOnlySpan<byte> digits, int point, Utf8Text text)
    {
        if (point is > 21 or < -5)
        {
            LayWithExponent(digits, point - 1, text);
        }
        else if (point <= 0)
        {
            text.Add("0."u8);
            text.Add("00000"u8[..-point]);
            text.Add(digits);
        }
        else if (point < digits.Length)
        {
            text.Add(digits[..point]);
            text.Add((byte)'.');
            text.Add(digits[point..]);
        }
        else
        {
            text.Add(digits);
            text.Add("00000000000000000000"u8[..(point - digits.Length)]);
        }
    }

    private static void LayWithExponent(ReadOnlySpan<byte> digits, int exponent, Utf8Text text)
    {
        text.Add(digits[0]);
        if (digits.Length > 1)
        {
            text.Add((byte)'.');
            text.Add(digits[1..]);
        }

        text.Add(exponent < 0 ? "e"u8 : "e+"u8);
        Utf8Formatter.TryFormat(exponent, text.Room(11), out var length);
        text.Advance(length);
    }
}
