using System.Globalization;
using System.Text;
using CsCheck;

namespace GuaranteeTracker.Ledger.Tests;

/// <summary>A JSON value spelled in two ways: members turned round, white space added, strings escaped throughout, numbers with an exponent.</summary>
internal sealed record Document(string Spelled, string SpelledOtherwise);

internal static class Documents
{
    private static Gen<Document> Text { get; } = Gen.OneOf(Gen.Int[' ', '~'], Gen.Int[0, 0x1f], Gen.Int[0x80, 0xd7ff], Gen.Int[0xe000, 0xffff], Gen.Int[0x10000, 0x10ffff])
        .Select(char.ConvertFromUtf32).Array[0, 6].Select(string.Concat).Select(text => new Document(Plain(text), Escaped(text)));

    private static Gen<Document> Number { get; } = Gen.Select(Gen.Long, Gen.Int[0, 8])
        .Select((digits, zeros) => new Document(
            string.Create(CultureInfo.InvariantCulture, $"{digits}"),
            string.Create(CultureInfo.InvariantCulture, $"{digits}{(digits == 0 ? "" : new string('0', zeros))}.00E-{zeros}")));

    private static Gen<Document> Scalar { get; } = Gen.OneOf(Text, Number, Gen.OneOf<string>("true", "false", "null").Select(word => new Document(word, word)));

    // Behind the others: initialised in this order.
    public static Gen<Document> Json { get; } = Gen.Recursive<Document>((depth, inner) => depth > 3 ? Scalar : Gen.OneOf(Scalar, Array(inner), Object(inner)));

    private static Gen<Document> Array(Gen<Document> items) => items.Array[0, 4].Select(array =>
        new Document($"[{string.Join(',', array.Select(item => item.Spelled))}]", $" [ {string.Join(" ,\n", array.Select(item => item.SpelledOtherwise))}\t]"));

    private static Gen<Document> Object(Gen<Document> values) => Gen.Select(Text, values).Array[0, 5].Select(pairs =>
    {
        var members = pairs.DistinctBy(pair => pair.Item1.Spelled).ToList();
        return new Document(
            $"{{{string.Join(',', members.Select(member => $"{member.Item1.Spelled}:{member.Item2.Spelled}"))}}}",
            $"\r\n{{ {string.Join(" , ", members.AsEnumerable().Reverse().Select(member => $"{member.Item1.SpelledOtherwise}\t: {member.Item2.SpelledOtherwise}"))} }} ");
    });

    private static string Plain(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            json.Append(character is '"' or '\\' or < ' ' ? Escape(character) : character.ToString());
        }

        return json.Append('"').ToString();
    }

    private static string Escaped(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    private static string Escape(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
}
