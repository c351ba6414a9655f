using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>A line as it is sent: what it is, and the members of the request that it stands for.</summary>
internal sealed record NdjsonLine
{
    /// <summary>The type of a head, which stands before its lines.</summary>
    public const string Head = "export";

    public string? Type { get; init; }

    public string? Id { get; init; }

    public long? Version { get; init; }

    /// <summary>When the line was recorded elsewhere, and by whom: this record tells when it learned of it.</summary>
    public JsonElement? Recorded { get; init; }

    [JsonExtensionData]
    public JsonObject? Rest { get; init; }

    /// <summary>Null, with the reason, for what is not one object of JSON.</summary>
    public static NdjsonLine? Parse(ReadOnlySpan<byte> line, out string because)
    {
        because = "This is not UTF-8.";
        try
        {
            var parsed = Utf8.IsValid(line) ? JsonSerializer.Deserialize<NdjsonLine>(line, Json.Options) : null;
            because = parsed is null && line.SequenceEqual("null"u8) ? "This is not a JSON object." : because;
            return parsed;
        }
        catch (JsonException e)
        {
            var at = JsonPointers.FromPath(e.Path);
            because = at.Length > 0 ? $"{at}: not the JSON that is expected here." : $"This is not one JSON object, from byte {e.BytePositionInLine ?? 0} on.";
            return null;
        }
    }

    /// <summary>Null, with the reason, where it is nothing that can be recorded.</summary>
    public RecordStep? Step(out string because)
    {
        if (Type is null || !EnumWords.TryParse<StepKind>(Type, out var kind))
        {
            because = $"/type: send one of {string.Join(", ", EnumWords.All<StepKind>())}.";
            return null;
        }

        if (string.IsNullOrEmpty(Id))
        {
            because = "/id: this is required, so that the line can be sent again.";
            return null;
        }

        because = Version is { } version && !Makes(kind, version) ? $"/version: {Article(kind)} {Type} makes {Made(kind)}." : "";
        if (because.Length > 0)
        {
            return null;
        }

        var body = Rest ?? [];
        if (kind.OnlyCreates())
        {
            body["id"] = Id;
        }

        return RecordStep.Of(kind, Id, body) with { Version = Version, Changes = Version is null };
    }

    private static bool Makes(StepKind kind, long version) =>
        kind is StepKind.Actor or StepKind.Topic ? version >= 1 : kind.OnlyCreates() ? version == 1 : version >= 2;

    private static string Made(StepKind kind) =>
        kind is StepKind.Actor or StepKind.Topic ? "version 1 or a later one" : kind.OnlyCreates() ? "version 1" : "version 2 or a later one";

    private static string Article(StepKind kind) => kind is StepKind.Actor or StepKind.Encounter or StepKind.EncounterCorrection ? "an" : "a";
}
