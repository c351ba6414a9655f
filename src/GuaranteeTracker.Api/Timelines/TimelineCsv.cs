using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>A timeline as a table: a row for each item, a column for every field of every kind.</summary>
internal static class TimelineCsv
{
    private static readonly CsvColumn<Row>[] _columns =
    [
        new("kind", row => ItemWords.Kind(row.Item)),
        new("id", row => row.Item.Id.ToString()),
        new("at", row => Iso.Instant(row.Item.At)),
        new("edtf", row => ItemWords.Edtf(row.Item)),
        new("earliest", row => EarliestOf(row.Item) is { } earliest ? Iso.Instant(earliest) : null),
        new("when", row => ItemWords.When(row.Item)),
        new("actor", row => row.Actor),
        new("actorName", row => row.Name(row.Actor)),
        new("topic", row => row.Topic),
        new("topicTitle", row => row.Topic is { } topic ? row.Export.TitleOf(topic) : null),
        new("stance", row => row.Claim is { } claim ? EnumWords.Of(claim.Stance) : null),
        new("act", row => row.Claim is { } claim ? EnumWords.Of(claim.Act) : null),
        new("voice", row => row.Claim is { } claim ? EnumWords.Of(claim.Voice) : null),
        new("speaker", row => row.Claim?.Speaker),
        new("speakerName", row => row.Name(row.Claim?.Speaker)),
        new("reportedBy", row => row.Claim?.ReportedBy),
        new("reportedByName", row => row.Name(row.Claim?.ReportedBy)),
        new("venue", row => row.Claim?.Venue),
        new("summary", row => row.Claim?.Summary),
        new("quote", row => row.Claim?.Quote),
        new("source", row => row.Claim?.Source.ToString()),
        new("sourcePublisher", row => row.Source?.Publisher),
        new("sourceTitle", row => row.Source?.Title),
        new("sourcePublished", row => row.Source is { } source ? Iso.Day(source.Published) : null),
        new("sourceUrl", row => row.Source?.Url),
        new("disputed", row => row.Claim is { } claim ? Csv.Of(claim.Disputed) : null),
        new("outsideMandate", row => row.Claim is { } claim ? Csv.Of(claim.OutsideMandate) : null),
        new("shift", row => row.Shift is { } shift ? EnumWords.Of(shift.Shift) : null),
        new("before", row => row.Shift is { } shift ? EnumWords.Of(shift.Before) : null),
        new("after", row => row.Shift is { } shift ? EnumWords.Of(shift.After) : null),
        new("on", row => row.Shift is { } shift ? Iso.Day(shift.On) : null),
        new("onKind", row => row.Shift is { } shift ? EnumWords.Of(shift.OnKind) : null),
        new("from", row => row.Shift?.From.ToString()),
        new("title", row => row.Encounter?.Title),
        new("place", row => row.Encounter?.Place),
        new("present", row => Csv.Join(row.Encounter?.Present ?? [])),
        new("presentNames", row => Csv.Join((row.Encounter?.Present ?? []).Select(row.Export.NameOf))),
        new("page", row => row.Export.PageOf(row.Item)),
        new("knownSequence", row => Csv.Of(row.Export.Head.Known.Sequence)),
        new("knownAt", row => row.Export.Head.Known.At is { } at ? Iso.Instant(at) : null),
        new("pinned", row => row.Export.Head.Pinned),
    ];

    public static byte[] Write(TimelineExport export) => Csv.Write(_columns, export.Timeline.Items.Select(item => new Row(item, export)));

    private static DateTime? EarliestOf(TimelineItem item) => item switch
    {
        TimelineClaim claim => EarliestOf(claim.Stated),
        TimelineEncounter encounter => EarliestOf(encounter.Date),
        _ => null,
    };

    private static DateTime? EarliestOf(Edtf edtf) => edtf.HasOpenStart ? null : edtf.Earliest;

    private sealed record Row(TimelineItem Item, TimelineExport Export)
    {
        public TimelineClaim? Claim => Item as TimelineClaim;

        public TimelineShift? Shift => Item as TimelineShift;

        public TimelineEncounter? Encounter => Item as TimelineEncounter;

        public string? Actor => Claim?.Actor ?? Shift?.Actor;

        public string? Topic => Claim?.Topic ?? Shift?.Topic;

        public SourceRegistered? Source => Claim is { } claim ? Export.SourceOf(claim.Source) : null;

        public string? Name(string? actor) => actor is null ? null : Export.NameOf(actor);
    }
}
