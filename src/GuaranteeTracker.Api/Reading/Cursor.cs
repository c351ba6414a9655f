using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Where a list goes on: opaque to callers, and refused unless this service could have written it.</summary>
/// <param name="List">The list and filter it belongs to.</param>
/// <param name="Sequence">K of the whole walk, so that new records neither skip nor repeat a row.</param>
/// <param name="After">Key of the last row given.</param>
internal sealed record Cursor(string List, long Sequence, string After)
{
    private const int LongestText = 8_000, ChecksumLength = 8;

    public static Problem Refused { get; } = new(
        400, "bad-cursor", "Take the cursor, unchanged, from the Link header or next of the page before; or leave it out to begin.", new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["cursor"] = ["It is not one that this list gave out with these parameters."],
        });

    public string Write()
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this, Json.Options);
        return Base64Url.EncodeToString([.. Checksum(content), .. content]);
    }

    /// <summary>Null for anything that <see cref="Write"/> did not give for this list.</summary>
    public static Cursor? Read(string text, string list) => Read(text) is { } cursor && cursor.List == list ? cursor : null;

    /// <summary>Null for anything that <see cref="Write"/> did not give.</summary>
    public static Cursor? Read(string text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= ChecksumLength || !Checksum(bytes.AsSpan(ChecksumLength)).SequenceEqual(bytes.AsSpan(0, ChecksumLength)))
        {
            return null;
        }

        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(bytes.AsSpan(ChecksumLength), Json.Options);
            return cursor is { List: not null, After: not null, Sequence: >= 0 } ? cursor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Finds slips and idle changes. It is no secret: a forged cursor can ask for nothing that an honest one could not.</summary>
    private static byte[] Checksum(ReadOnlySpan<byte> content) =>
        SHA256.HashData([.. Encoding.ASCII.GetBytes("guaranteetracker.cursor.1\n"), .. content])[..ChecksumLength];
}
