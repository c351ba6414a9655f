using System.Buffers.Text;
using System.Text;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>What has to be known of an answer to find its end.</summary>
/// <param name="Length">Of the body; 0 where there is none.</param>
internal readonly record struct AnswerHead(int Status, long Length, bool IsChunked)
{
    /// <param name="head">Whole lines, each with its end.</param>
    public static AnswerHead Parse(ReadOnlySpan<byte> head)
    {
        if (head.Length < 14 || !Utf8Parser.TryParse(head[9..12], out int status, out _))
        {
            throw new IOException($"This is no HTTP: {Encoding.ASCII.GetString(head[..Math.Min(head.Length, 40)])}");
        }

        var (length, chunked) = (0L, false);
        foreach (var range in head.Split("\r\n"u8))
        {
            var line = head[range];
            length = Starts(line, "content-length: "u8) && Utf8Parser.TryParse(line[16..], out long given, out _) ? given : length;
            chunked |= Starts(line, "transfer-encoding: chunked"u8);
        }

        return new(status, length, chunked && status is not (204 or 304));
    }

    private static bool Starts(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) => line.Length >= name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);
}
