using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using GuaranteeTracker.Benchmarks.Loading;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Reads an answer while it comes: its head, then the chunks of its body.</summary>
internal sealed class ChunkedBody(PipeReader pipe)
{
    /// <exception cref="IOException">The service hung up, or answers with something else than HTTP.</exception>
    public async Task<AnswerHead> HeadAsync(CancellationToken cancellation)
    {
        var head = new ArrayBufferWriter<byte>();
        while (true)
        {
            var line = await LineAsync(cancellation);
            if (line.Length == 0)
            {
                return AnswerHead.Parse(head.WrittenSpan);
            }

            head.Write(line);
            head.Write("\r\n"u8);
        }
    }

    /// <param name="piece">Told the body, piece by piece.</param>
    /// <exception cref="IOException">It is cut short.</exception>
    public async Task ReadAsync(Action<ReadOnlyMemory<byte>> piece, CancellationToken cancellation)
    {
        while (await SizeAsync(cancellation) is > 0 and var size)
        {
            for (var rest = (long)size; rest > 0;)
            {
                var read = await FillAsync(cancellation);
                var part = read.Slice(0, Math.Min(rest, read.Length));
                foreach (var segment in part)
                {
                    piece(segment);
                }

                rest -= part.Length;
                pipe.AdvanceTo(part.End);
            }

            await LineAsync(cancellation); // the end of the chunk
        }
    }

    private async Task<int> SizeAsync(CancellationToken cancellation) =>
        Utf8Parser.TryParse(await LineAsync(cancellation), out int size, out _, 'x') ? size : throw new IOException("This is no chunk.");

    private async Task<byte[]> LineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var buffer = await FillAsync(cancellation);
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                pipe.AdvanceTo(buffer.GetPosition(1, end));
                return line.AsSpan().TrimEnd("\r"u8).ToArray();
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private async Task<ReadOnlySequence<byte>> FillAsync(CancellationToken cancellation)
    {
        var read = await pipe.ReadAsync(cancellation);
        return read is { IsCompleted: true, Buffer.IsEmpty: true } ? throw new IOException("The service closed the connection.") : read.Buffer;
    }
}
