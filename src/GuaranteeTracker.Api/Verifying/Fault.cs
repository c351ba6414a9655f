using System.Globalization;

namespace GuaranteeTracker.Api.Verifying;

/// <summary>Something that is not as it was left, and where.</summary>
/// <param name="What">A sentence.</param>
/// <param name="Event">Its id.</param>
/// <param name="Leaf">The leaf's index, from 0.</param>
/// <param name="Checkpoint">Size of the checkpoint.</param>
/// <param name="Line">Of a file, from 1.</param>
internal sealed record Fault(
    string What, Guid? Event = null, string? Stream = null, long? Version = null, long? Sequence = null, long? Leaf = null, long? Checkpoint = null, long? Line = null)
{
    public override string ToString()
    {
        string[] places =
        [
            .. Line is { } line ? [Say("line", line)] : Array.Empty<string>(),
            .. Checkpoint is { } size ? [Say("checkpoint of size", size)] : Array.Empty<string>(),
            .. Leaf is { } leaf ? [Say("leaf", leaf)] : Array.Empty<string>(),
            .. Sequence is { } sequence ? [Say("sequence", sequence)] : Array.Empty<string>(),
            .. Stream is { } stream ? [stream] : Array.Empty<string>(),
            .. Version is { } version ? [Say("version", version)] : Array.Empty<string>(),
            .. Event is { } id ? [$"event {id}"] : Array.Empty<string>(),
        ];
        return places.Length == 0 ? What : $"{string.Join(", ", places)}: {What}";
    }

    private static string Say(string what, long number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
