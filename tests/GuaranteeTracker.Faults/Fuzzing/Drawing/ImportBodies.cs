using System.Text.Json.Nodes;
using GuaranteeTracker.Faults.Fuzzing.Describing;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Lines for an import, each as the body of the operation that it stands for.</summary>
internal sealed class ImportBodies(Bodies bodies, Values values)
{
    private static readonly (string Type, string Schema, string Of)[] _lines =
    [
        ("actor", "SetActor", "actor"), ("topic", "SetTopic", "topic"), ("source", "RegisterSource", ""), ("claim", "RecordClaim", ""), ("encounter", "RecordEncounter", ""), ("correction", "CorrectClaim", "claim"),
        ("retraction", "RetractClaim", "claim retraction"), ("dispute", "DisputeClaim", "claim"), ("resolution", "ResolveDispute", "claim"), ("withdrawal", "WithdrawSource", "source withdrawal"), ("encounter-correction", "CorrectEncounter", "encounter"), ("nothing", "SetTopic", "topic"),
    ];

    public byte[] Draw(Draw draw, bool spoil)
    {
        var lines = Enumerable.Range(0, 1 + draw.Below(draw.Percent(5) ? 60 : 5)).SelectMany(_ => (byte[])[.. Line(draw, spoil && draw.Percent(50)), (byte)'\n']).ToArray();
        return spoil && draw.Percent(20) ? lines[..draw.Below(lines.Length + 1)] : lines;
    }

    private byte[] Line(Draw draw, bool spoil)
    {
        var (type, schema, of) = draw.One(_lines);
        var line = new JsonObject { ["type"] = type };
        if (of.Length > 0)
        {
            line["id"] = values.Of("id", of, draw);
        }

        if (draw.Percent(15))
        {
            line["version"] = draw.Below(4);
        }

        foreach (var (name, value) in bodies.Draw(ServedDescription.Reference(schema), draw)!.AsObject())
        {
            line[name] = value?.DeepClone();
        }

        return spoil ? JsonText.Spoil(line, draw) : JsonText.Write(line);
    }
}
