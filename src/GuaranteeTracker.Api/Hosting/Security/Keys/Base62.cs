using System.Buffers;
using System.Numerics;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>Numbers in digits, capitals and small letters: nothing that an address, a shell or a double click would break.</summary>
internal static class Base62
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> _digits = SearchValues.Create(Alphabet);

    /// <param name="number">Unsigned, most significant byte first.</param>
    /// <param name="length">Enough for any number of so many bytes; smaller ones begin with zeros.</param>
    public static string Write(ReadOnlySpan<byte> number, int length)
    {
        var digits = new char[length];
        var rest = new BigInteger(number, isUnsigned: true, isBigEndian: true);
        for (var i = length - 1; i >= 0; i--)
        {
            (rest, var digit) = BigInteger.DivRem(rest, Alphabet.Length);
            digits[i] = Alphabet[(int)digit];
        }

        return new string(digits);
    }

    public static bool IsWritten(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(_digits);
}
