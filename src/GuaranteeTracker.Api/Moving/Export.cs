using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;
using Npgsql;

namespace GuaranteeTracker.Api.Moving;

/// <summary>The whole record as NDJSON: a head, then a line for each event in the order of the ledger. Memory does not grow with it.</summary>
/// <param name="withLeaves">Each line carries the leaf of its event, also those that have no text any more.</param>
internal sealed class Export(NpgsqlDataSource database, PublicAddress address, bool withLeaves = false)
{
    /// <summary>Of the lines.</summary>
    public const int Version = 1;

    private readonly LedgerEvents _events = new(database);
    private readonly LedgerCheckpoints _checkpoints = new(database);
    private readonly ExportLines _lines = new(new StoredThings(database), withLeaves);

    /// <param name="known">K, which a checkpoint covers.</param>
    /// <param name="progress">Told the share of the lines that is written, from 0 to 1.</param>
    /// <exception cref="ExportException">It cannot be whole.</exception>
    public async Task<ExportReport> RunAsync(Stream output, Known known, Action<double> progress, CancellationToken cancellation)
    {
        var stretch = await _events.FindAsync(known.Sequence, cancellation);
        var lost = await _events.TextlessAsync(stretch, cancellation);
        var count = await _events.CountAsync(stretch, cancellation) - (withLeaves ? 0 : lost.Count);
        var checkpoint = withLeaves ? await _checkpoints.OfSizeAsync(stretch.Size, cancellation) : await _checkpoints.CoveringAsync(known, cancellation); // leaves can prove no more than there are
        await output.WriteAsync(Head(known, count, checkpoint), cancellation);
        var written = 0L;
        await foreach (var e in _events.ReadAsync(stretch, cancellation))
        {
            if (await _lines.WriteAsync(e, cancellation) is not { } line)
            {
                continue;
            }

            await output.WriteAsync(line, cancellation);
            if (++written % 1_000 == 0)
            {
                progress((double)written / count);
            }
        }

        await output.FlushAsync(cancellation);
        progress(1);
        return written == count
            ? new(count, known, [.. lost.Select(stream => stream[(stream.IndexOf(':', StringComparison.Ordinal) + 1)..])])
            : throw new ExportException($"{count} lines were announced, and {written} could be written: a text was taken down, or put back, meanwhile. Export again.");
    }

    private byte[] Head(Known known, long count, StoredCheckpoint? checkpoint) =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(
            new ExportedHead(NdjsonLine.Head, Version, "", ExportHead.Between(null, null), count, known, Pin(known), Tell(checkpoint)), Json.Options),
        (byte)'\n',
    ];

    /// <summary>The address of the picture that whoever imports this comes to; null where there is no base for it.</summary>
    private string? Pin(Known known) => known.At is { } at
        ? address.TryOf(Links.To(
            "/api/picture",
            ("asOf", Iso.Instant(Microseconds.EndOfDay(DateOnly.FromDateTime(at).AddDays(1)))), // no claim counts from later on: its source was published by then
            ("knownAt", KnownAt.Write(known.Sequence)), ("v", Snapshots.Version), ("view", "cells")))
        : null;

    /// <summary>The signed note of the first checkpoint that covers it; where that is not signed its size and root.</summary>
    private static object? Tell(StoredCheckpoint? checkpoint) => checkpoint is null ? null : (object?)checkpoint.Note ?? new UnsignedCheckpoint(checkpoint.Size, checkpoint.Root);

    private sealed record ExportedHead(string Type, int V, string Query, string Period, long Count, Known Known, string? Pinned, object? Checkpoint);

    private sealed record UnsignedCheckpoint(long Size, byte[] Root);
}

/// <summary>What an export holds.</summary>
/// <param name="Lines">After the head.</param>
/// <param name="Lost">Ids of sources that are left out, since their text was taken down.</param>
internal sealed record ExportReport(long Lines, Known Known, IReadOnlyList<string> Lost);
