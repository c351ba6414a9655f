using System.Buffers.Text;
using GuaranteeTracker.Api.Moving;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>A file to import, and what is in it.</summary>
/// <param name="Lines">But for the head of an export.</param>
/// <param name="LastClaim">The id of the last claim in it.</param>
internal sealed record ImportFile(string Path, long Bytes, long Lines, long Claims, Guid LastClaim)
{
    private const int Buffer = 1 << 20;

    private static ReadOnlySpan<byte> ClaimHead => "{\"type\":\"claim\",\"id\":\""u8;

    /// <summary>Writes it aside first: a file that has its name is whole.</summary>
    public static async Task WriteAsync(string path, long claims, long seed, CancellationToken cancellation)
    {
        await using var file = new WholeFile(path);
        await using (var buffered = new BufferedStream(file.Content, Buffer))
        {
            foreach (var line in new ImportLines(seed, claims).All())
            {
                buffered.Write(line);
                cancellation.ThrowIfCancellationRequested();
            }

            await buffered.FlushAsync(cancellation);
            await file.KeepAsync(cancellation);
        }
    }

    /// <param name="claim">Told the id of each claim.</param>
    public static async Task<ImportFile> ReadAsync(string path, Action<Guid> claim, CancellationToken cancellation)
    {
        var (lines, claims, last) = (0L, 0L, Guid.Empty);
        await using var stream = File.OpenRead(path);
        await foreach (var (_, line) in NdjsonLines.CutAsync(stream, cancellation))
        {
            lines += line.AsSpan().StartsWith("{\"type\":\"export\""u8) ? 0 : 1;
            if (line.AsSpan().StartsWith(ClaimHead) && Utf8Parser.TryParse(line.AsSpan(ClaimHead.Length), out Guid id, out _))
            {
                claims++;
                claim(last = id);
            }
        }

        return new(path, stream.Length, lines, claims, last);
    }
}
