using System.Text.Json;
using System.Text.Unicode;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>A line as it is sent: what it is, and the request that it stands for, which nobody has looked into yet.</summary>
/// <param name="Request">The line less what it says of itself, as JSON in UTF-8.</param>
internal sealed record NdjsonLine(string? Type, string? Id, long? Version, ReadOnlyMemory<byte> Request)
{
    /// <summary>The type of a head, which stands before its lines.</summary>
    public const string Head = "export";

    /// <summary>The type of a line that only proves that there was an event, whose text was taken down.</summary>
    public const string Leaf = "leaf";

    /// <summary>Null, with the reason, for what is not one object of JSON.</summary>
    public static NdjsonLine? Parse(ReadOnlySpan<byte> line, out string because)
    {
        because = "This is not UTF-8.";
        return !Utf8.IsValid(line) ? null : new NdjsonCut(line).Cut(out because);
    }

    /// <summary>Null, with the reason, where it is nothing that can be recorded.</summary>
    public RecordStep? Step(out string because)
    {
        if (Type == Leaf)
        {
            because = "This is the leaf of a source whose text was taken down: it proves that the source was registered, and there is nothing to record.";
            return null;
        }

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
        return because.Length > 0 ? null : RecordStep.Of(kind, Id, kind.OnlyCreates() ? WithId(Id, Request.Span) : Request) with { Version = Version, Changes = Version is null };
    }

    private static byte[] WithId(string id, ReadOnlySpan<byte> request)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(id, Json.Options);
        return [.. "{\"id\":"u8, .. text, .. request is [_, (byte)'}'] ? "}"u8 : [(byte)',', .. request[1..]]];
    }

    private static bool Makes(StepKind kind, long version) =>
        kind is StepKind.Actor or StepKind.Topic ? version >= 1 : kind.OnlyCreates() ? version == 1 : version >= 2;

    private static string Made(StepKind kind) =>
        kind is StepKind.Actor or StepKind.Topic ? "version 1 or a later one" : kind.OnlyCreates() ? "version 1" : "version 2 or a later one";

    private static string Article(StepKind kind) => kind is StepKind.Actor or StepKind.Encounter or StepKind.EncounterCorrection ? "an" : "a";
}
