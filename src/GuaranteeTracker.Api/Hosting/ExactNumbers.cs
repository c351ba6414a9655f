using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Reads numbers as they were sent or not at all: the runtime would round what is too long, and make 0 of what is too small.</summary>
internal sealed class ExactNumbers : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var number))
        {
            throw new JsonException();
        }

        var sent = Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return Digits(sent) == Digits(number.ToString(CultureInfo.InvariantCulture)) ? number : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    /// <summary>The significant digits, without sign, point and exponent.</summary>
    private static string Digits(string number) => string.Concat(number.TakeWhile(c => c is not ('e' or 'E')).Where(char.IsAsciiDigit)).Trim('0');
}
