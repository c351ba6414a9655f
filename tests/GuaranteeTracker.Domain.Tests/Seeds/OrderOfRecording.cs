using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CsCheck;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests.Seeds;

/// <summary>The picture depends on what is on record, and not on how it came to be there.</summary>
public sealed class OrderOfRecording
{
    private static readonly string[] _dates = ["2025-08-14", "2025-08-15", "2025-08-18", "2025-08-19", "2025-08-20"];

    private static readonly JsonSerializerOptions _written = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly IReadOnlyList<SeedInput> _inputs = SeedInput.ReadAll();

    private static readonly IReadOnlyList<string> _pictures = Pictures(_inputs.Chunk(1));

    [Fact]
    public void The_seeds_lead_to_the_expected_pictures()
    {
        foreach (var (date, picture) in _dates.Zip(_pictures))
        {
            var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(SeedInput.Article, "expected", $"{date}.json")));
            JsonNode.DeepEquals(JsonNode.Parse(picture), expected).Should().BeTrue(date);
        }
    }

    [Fact]
    public void Any_order_and_batching_that_keeps_references_before_use_gives_the_same_pictures_byte_for_byte() =>
        Gen.Int.Sample(seed => Pictures(Batches(new Random(seed))).SequenceEqual(_pictures, StringComparer.Ordinal), iter: 200);

    /// <summary>Batches of any size out of what refers to earlier batches only; what is in one is decided as if at once, and stored in any order.</summary>
    private static IEnumerable<SeedInput[]> Batches(Random random)
    {
        var left = _inputs.ToList();
        while (left.Count > 0)
        {
            var missing = left.Select(input => input.Id).ToHashSet(StringComparer.Ordinal);
            var ready = left.Where(input => !input.References.Overlaps(missing)).ToArray();
            random.Shuffle(ready);
            var batch = ready[..random.Next(1, ready.Length + 1)];
            left.RemoveAll(batch.Contains);
            yield return batch;
        }
    }

    private static List<string> Pictures(IEnumerable<SeedInput[]> batches)
    {
        var facts = new List<IFact>();
        foreach (var batch in batches)
        {
            var known = Knowledge.Of(facts);
            facts.AddRange([.. batch.SelectMany(input => input.Decide(known))]);
        }

        facts.Should().HaveCount(_inputs.Count, "each request is one fact, and none is refused");
        var knowledge = Knowledge.Of(facts);
        return [.. _dates.Select(date => JsonSerializer.Serialize(Picture.Of(knowledge, Microseconds.EndOfDay(DateOnly.Parse(date, CultureInfo.InvariantCulture)), Selection.Everything), _written))];
    }
}
