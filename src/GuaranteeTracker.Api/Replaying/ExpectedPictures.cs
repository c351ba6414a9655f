using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Compares pictures with the expected ones, or writes them anew: what does not depend on when things were recorded.</summary>
internal static class ExpectedPictures
{
    private static readonly string[] _members = ["topics", "contradictions", "counts"];

    private static readonly JsonSerializerOptions _pretty = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The differences, a line each; none when all is as expected.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(SeedFolder seeds, IRecordTarget target, CancellationToken cancellation)
    {
        var differences = new List<string>();
        foreach (var expected in seeds.Expected())
        {
            var picture = Essence(await target.PictureAsync(expected.AsOf, cancellation));
            var wanted = Parse(await File.ReadAllTextAsync(expected.File, cancellation), expected.File);
            differences.AddRange(JsonDifferences.Between(wanted, picture).Select(difference => $"{expected.AsOf} {difference}"));
        }

        return differences;
    }

    /// <summary>Rewrites every file that is there; to add a date, begin with an empty file named after it.</summary>
    public static async Task<int> UpdateAsync(SeedFolder seeds, IRecordTarget target, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var expected in seeds.Expected())
        {
            var picture = Essence(await target.PictureAsync(expected.AsOf, cancellation));
            await File.WriteAllTextAsync(expected.File, picture.ToJsonString(_pretty) + "\n", cancellation);
            written++;
        }

        return written;
    }

    private static JsonObject Essence(JsonObject picture) =>
        new(_members.Select(member => KeyValuePair.Create(member, picture[member]?.DeepClone())));

    private static JsonNode? Parse(string text, string file)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"{file} is not JSON; rewrite it with --update. {e.Message}", e);
        }
    }
}
