using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>A picture as a table, with its head.</summary>
internal static class PictureExport
{
    /// <param name="answer">A <see cref="PictureAnswer"/> or <see cref="CellsAnswer"/>.</param>
    /// <param name="pinned">The address at which the table never changes, where there is one.</param>
    /// <param name="checkpoint">The first that covers all that it holds; null where none does yet.</param>
    public static Written Write(object answer, DateTime asOf, string query, string? pinned, KnownRecord record, StoredCheckpoint? checkpoint, PublicAddress address)
    {
        var (write, count) = answer switch
        {
            PictureAnswer picture => ((Func<PictureTable, byte[]>)(table => table.Write(picture)), picture.Topics.Sum(topic => topic.Positions.Count + topic.Pending.Count)),
            CellsAnswer cells => (table => table.Write(cells), cells.Topics.Sum(topic => topic.Positions.Count + topic.Pending.Count)),
            _ => throw new NotSupportedException($"{answer.GetType().Name} is no picture."),
        };
        var head = new ExportHead(query, Iso.Instant(asOf), count, record.Known, pinned);
        return new(Format.Csv, write(new(Iso.Instant(asOf), head, record, address.Of)), head.Headers($"picture-{Iso.Day(DateOnly.FromDateTime(asOf))}-{Csv.Of(record.K)}.csv", checkpoint))
        {
            Essence = () => write(new("", head with { Pinned = null }, record, address.Of)),
        };
    }
}
