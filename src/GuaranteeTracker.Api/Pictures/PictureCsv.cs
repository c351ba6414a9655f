using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>A picture as a table: a row for each position, and one for each claim that may already have been said.</summary>
internal static class PictureCsv
{
    private static readonly CsvColumn<PictureRow>[]
        _first =
        [
            new("status", row => row.Position is null && row.Cell is null ? "pending" : "position"),
            new("topic", row => row.Topic.Id),
            new("topicTitle", row => row.Topic.Title),
        ],
        _flags =
        [
            new("attributedOnly", row => row.AttributedOnly is { } flag ? Csv.Of(flag) : null),
            new("disputed", row => row.Disputed is { } flag ? Csv.Of(flag) : null),
            new("outsideMandate", row => row.OutsideMandate is { } flag ? Csv.Of(flag) : null),
            new("contradicted", row => row.Contradicted is { } flag ? Csv.Of(flag) : null),
        ],
        _head =
        [
            new("asOf", row => row.AsOf),
            new("knownSequence", row => Csv.Of(row.Head.Known.Sequence)),
            new("knownAt", row => row.Head.Known.At is { } at ? Iso.Instant(at) : null),
            new("pinned", row => row.Head.Pinned),
        ],
        _cells =
        [
            .. _first,
            new("actor", row => row.Cell?.Actor ?? row.Pending!.Actor),
            new("actorName", row => row.Name(row.Cell?.Actor ?? row.Pending!.Actor)),
            new("stance", row => EnumWords.Of(row.Cell?.Stance ?? row.Pending!.Stance)),
            new("since", row => row.Cell is { } cell ? Iso.Day(cell.Since) : null),
            new("claim", row => (row.Cell?.Claim ?? row.Pending!.Claim).ToString()),
            new("stated", row => row.Pending?.Stated),
            .. _flags,
            .. _head,
        ],
        _positions =
        [
            .. _first,
            new("proposition", row => row.Topic.Proposition),
            new("actor", row => row.Position?.Actor ?? row.Pending!.Actor),
            new("actorName", row => row.Name(row.Position?.Actor ?? row.Pending!.Actor)),
            new("stance", row => EnumWords.Of(row.Position?.Stance ?? row.Pending!.Stance)),
            new("act", row => row.Position is { } position ? EnumWords.Of(position.Act) : null),
            new("since", row => row.Position is { } position ? Iso.Day(position.Since) : null),
            new("sinceKind", row => row.Position is { } position ? EnumWords.Of(position.SinceKind) : null),
            new("claim", row => (row.Position?.Claim ?? row.Pending!.Claim).ToString()),
            new("speaker", row => row.Position?.Speaker),
            new("speakerName", row => row.Name(row.Position?.Speaker)),
            new("reportedBy", row => row.Position?.ReportedBy),
            new("reportedByName", row => row.Name(row.Position?.ReportedBy)),
            new("voice", row => row.Position is { } position ? EnumWords.Of(position.Voice) : null),
            new("summary", row => row.Position?.Summary),
            new("quote", row => row.Position?.Quote),
            new("stated", row => row.Position?.Stated ?? row.Pending?.Stated),
            new("source", row => row.Position?.Source.ToString()),
            new("conditions", row => Csv.Join(row.Position?.Conditions ?? [])),
            new("conditionsFrom", row => row.Position?.ConditionsFrom?.ToString()),
            new("terms", row => Csv.Join((row.Position?.Terms ?? []).Select(TermsInTables.Write))),
            new("termsFrom", row => row.Position?.TermsFrom?.ToString()),
            new("supportClaims", row => row.Position is { } position ? Csv.Of(position.Support.Claims) : null),
            new("supportSources", row => row.Position is { } position ? Csv.Of(position.Support.Sources) : null),
            new("supportPublishers", row => row.Position is { } position ? Csv.Of(position.Support.Publishers) : null),
            new("previousStance", row => row.Position?.Previous is { } previous ? EnumWords.Of(previous.Stance) : null),
            new("previousUntil", row => row.Position?.Previous is { } previous ? Iso.Day(previous.Until) : null),
            .. _flags,
            new("contradictions", row => Csv.Join((row.Position?.Contradictions ?? []).Select(one => $"{EnumWords.Of(one.Kind)} {one.Claims[1]}"))),
            new("page", row => row.PageOf(row.Position?.Claim ?? row.Pending!.Claim)),
            .. _head,
        ];

    public static byte[] WritePositions(IEnumerable<PictureRow> rows) => Csv.Write(_positions, rows);

    public static byte[] WriteCells(IEnumerable<PictureRow> rows) => Csv.Write(_cells, rows);
}
