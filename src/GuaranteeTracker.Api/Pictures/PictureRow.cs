using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>One row of a picture's table: a position, a position in short, or a pending claim; the others are null.</summary>
internal sealed record PictureRow(PictureTable Table, TopicLabel Topic, Position? Position, CellView? Cell, PendingClaim? Pending)
{
    public string AsOf => Table.AsOf;

    public ExportHead Head => Table.Head;

    public string? Name(string? actor) => actor is null ? null : Table.Record.NameOf(actor);

    public string PageOf(Guid claim) => Table.AddressOf($"/claims/{claim}");

    public bool? AttributedOnly => Position?.AttributedOnly ?? Cell?.AttributedOnly;

    public bool? Disputed => Position?.Disputed ?? Cell?.Disputed;

    public bool? OutsideMandate => Position?.OutsideMandate ?? Cell?.OutsideMandate;

    public bool? Contradicted => Position is { } position ? position.Contradictions.Count > 0 : Cell?.Contradicted;
}

/// <summary>What all rows of a picture's table have in common.</summary>
internal sealed record PictureTable(string AsOf, ExportHead Head, KnownRecord Record, Func<string, string> AddressOf)
{
    public byte[] Write(PictureAnswer picture) => PictureCsv.WritePositions(picture.Topics.SelectMany(topic =>
        topic.Positions.Select(position => new PictureRow(this, topic.Topic, position, null, null)).Concat(Pending(topic.Topic, topic.Pending))));

    public byte[] Write(CellsAnswer picture) => PictureCsv.WriteCells(picture.Topics.SelectMany(topic =>
        topic.Positions.Select(cell => new PictureRow(this, topic.Topic, null, cell, null)).Concat(Pending(topic.Topic, topic.Pending))));

    private IEnumerable<PictureRow> Pending(TopicLabel topic, IEnumerable<PendingClaim> pending) =>
        pending.Select(claim => new PictureRow(this, topic, null, null, claim));
}
