using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Cuts a stream into lines and holds no more than one of them.</summary>
internal static class NdjsonLines
{
    /// <summary>In bytes: a source's text of 1 MiB fits, with the longest escapes JSON has.</summary>
    public const int Longest = 8 * 1024 * 1024;

    /// <summary>Each line by its number, from 1, without its end; null in place of one that is too long.</summary>
    public static async IAsyncEnumerable<(long Number, byte[]? Line)> CutAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 256 * 1024, leaveOpen: true));
        var (number, isTooLong, seen) = (0L, false, 0L);
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.Slice(seen).PositionOf((byte)'\n') is { } end) // not again and again in a long line that comes slowly
            {
                seen = 0;
                yield return (++number, isTooLong ? null : Line(rest.Slice(0, end)));
                (isTooLong, rest) = (false, rest.Slice(rest.GetPosition(1, end)));
            }

            if (rest.Length > Longest)
            {
                (isTooLong, rest) = (true, rest.Slice(rest.End));
            }

            seen = rest.Length;

            if (read.IsCompleted && (isTooLong || rest.Length > 0))
            {
                yield return (++number, isTooLong ? null : Line(rest));
            }

            pipe.AdvanceTo(read.IsCompleted ? read.Buffer.End : rest.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                await pipe.CompleteAsync();
                yield break;
            }
        }
    }

    private static byte[]? Line(ReadOnlySequence<byte> bytes) => bytes.Length > Longest ? null : bytes.ToArray();
}
