using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Sources;

/// <summary>The words of a source in the form that is stored, hashed and counted: CR LF as LF, then NFC.</summary>
public sealed record SourceText
{
    /// <summary>1 MiB, in that form.</summary>
    public const int MaxUtf8Bytes = 1_048_576;

    // Two bytes of CR LF become one, nine of Hangul letters three: nothing shrinks to a quarter, so longer texts need no look.
    private const int MaxUtf8BytesAsSent = 4 * MaxUtf8Bytes;

    private SourceText(string text) => (Text, Utf8Bytes, CodePoints, Sha256) =
        (text, Encoding.UTF8.GetByteCount(text), UnicodeText.CountCodePoints(text), HashOf(text));

    public string Text { get; }

    /// <summary>Length in UTF-8.</summary>
    public int Utf8Bytes { get; }

    /// <summary>Length in Unicode code points, the unit of every quote's position.</summary>
    public int CodePoints { get; }

    /// <summary>Of the UTF-8 bytes, without byte order mark; 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <inheritdoc cref="UnicodeText.NormalisesUnicode"/>
    public static bool NormalisesUnicode => UnicodeText.NormalisesUnicode;

    /// <param name="text">What a client sent; anything at all.</param>
    /// <param name="source">The text in the form to keep.</param>
    /// <param name="because">Else why it cannot be kept, and what to send.</param>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out SourceText? source, [NotNullWhen(false)] out string? because) =>
        TryNormalise(text, out source, out because, out _);

    /// <inheritdoc cref="TryNormalise(string?, out SourceText?, out string?)"/>
    /// <param name="isTooLong">Whether its length is why.</param>
    public static bool TryNormalise(
        string? text, [NotNullWhen(true)] out SourceText? source, [NotNullWhen(false)] out string? because, out bool isTooLong)
    {
        source = null;
        var bytes = Encoding.UTF8.GetByteCount(text ?? "");
        isTooLong = bytes > MaxUtf8BytesAsSent;
        because = isTooLong ? TooLong(bytes)
            : string.IsNullOrWhiteSpace(text) ? "The text is missing: send the source's exact words."
            : UnicodeText.FindFault(text) is { } fault ? $"The text holds {fault}: send it without."
            : null;
        if (because is null)
        {
            var normalised = new SourceText(UnicodeText.Normalise(text!));
            isTooLong = normalised.Utf8Bytes > MaxUtf8Bytes;
            because = isTooLong ? TooLong(normalised.Utf8Bytes) : null;
            source = isTooLong ? null : normalised;
        }

        return source is not null;
    }

    /// <inheritdoc cref="UnicodeText.Normalise"/>
    public static string Normalise(string text) => UnicodeText.Normalise(text);

    /// <summary>What <see cref="Sha256"/> is for a text already in the form that is stored.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string TooLong(int bytes) => string.Create(
        CultureInfo.InvariantCulture, $"The text has {bytes} bytes in UTF-8; at most {MaxUtf8Bytes} are kept: send it as several sources.");
}
