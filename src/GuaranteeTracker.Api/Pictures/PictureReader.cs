using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Puts outlines into words.</summary>
internal sealed class PictureReader(RecordReader record, Contents contents, PlacedActors placed)
{
    /// <summary>The whole picture at D, from everything on record.</summary>
    public async Task<Picture> ReadAsync(DateTime asOf, CancellationToken cancellation)
    {
        var known = await record.ReadAsync(cancellation);
        return await SpeakAsync(await known.OutlineAsync(asOf, Selection.Everything, withRuns: true), asOf, known, cancellation);
    }

    /// <param name="outline">With runs.</param>
    public async Task<Picture> SpeakAsync(Outline outline, DateTime asOf, KnownRecord known, CancellationToken cancellation) => Picture.Of(
        outline, known.LabelOf, await placed.FindAsync(known, asOf, cancellation), await contents.ReadAsync(outline.Spoken, cancellation));

    /// <summary>Each topic in short.</summary>
    public async Task<IReadOnlyList<TopicCells>> ShortenAsync(Outline outline, KnownRecord known, CancellationToken cancellation)
    {
        var words = await contents.ReadAsync(outline.Unspoken, cancellation);
        return [.. outline.Topics.Select(topic => TopicCells.Of(topic, known.LabelOf, words))];
    }
}
