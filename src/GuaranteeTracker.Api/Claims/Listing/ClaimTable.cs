using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Claims as a table: a row for each, a column for every field.</summary>
internal sealed class ClaimTable(ClaimExport export, SourceHeads sources, Func<string, string> addressOf) : IClaimWriter
{
    private static readonly CsvColumn<Row>[] _columns =
    [
        new("id", row => row.Claim.Id.ToString()),
        new("version", row => Csv.Of(row.Claim.Version)),
        new("actor", row => row.Claim.Actor),
        new("actorName", row => row.Name(row.Claim.Actor)),
        new("topic", row => row.Claim.Topic),
        new("topicTitle", row => row.Title),
        new("stance", row => EnumWords.Of(row.Claim.Stance)),
        new("act", row => EnumWords.Of(row.Claim.Act)),
        new("voice", row => EnumWords.Of(row.Claim.Voice)),
        new("speaker", row => row.Claim.Speaker),
        new("speakerName", row => row.Name(row.Claim.Speaker)),
        new("reportedBy", row => row.Claim.ReportedBy),
        new("reportedByName", row => row.Name(row.Claim.ReportedBy)),
        new("stated", row => row.Claim.Stated.Text),
        new("earliest", row => row.Claim.Earliest is { } earliest ? Iso.Instant(earliest) : null),
        new("effective", row => row.Claim.Effective is { } effective ? Iso.Instant(effective) : null),
        new("venue", row => row.Claim.Venue),
        new("summary", row => row.Claim.Summary),
        new("conditions", row => Csv.Join(row.Claim.Conditions)),
        new("terms", row => Csv.Join(row.Claim.Terms.Select(TermsInTables.Write))),
        new("source", row => row.Source.Source.ToString()),
        new("sourcePublisher", row => row.Source.Publisher),
        new("sourceTitle", row => row.Source.Title),
        new("sourcePublished", row => Iso.Day(row.Source.Published)),
        new("sourceLanguage", row => row.Source.Language),
        new("sourceUrl", row => row.Source.Url),
        new("quotes", row => row.Quotes(quote => quote.Exact)),
        new("prefixes", row => row.Quotes(quote => quote.Prefix)),
        new("suffixes", row => row.Quotes(quote => quote.Suffix)),
        new("starts", row => row.Quotes(quote => quote.Start.ToString(CultureInfo.InvariantCulture))),
        new("ends", row => row.Quotes(quote => quote.End.ToString(CultureInfo.InvariantCulture))),
        new("corrected", row => Csv.Of(row.Claim.Corrected)),
        new("disputed", row => Csv.Of(row.Claim.Disputed)),
        new("retracted", row => Csv.Of(row.Claim.Retracted)),
        new("sourceWithdrawn", row => Csv.Of(row.Claim.SourceWithdrawn)),
        new("recordedAt", row => Iso.Instant(row.Claim.RecordedAt)),
        new("page", row => row.Page),
        new("knownSequence", row => Csv.Of(row.Head.Known.Sequence)),
        new("knownAt", row => row.Head.Known.At is { } at ? Iso.Instant(at) : null),
        new("pinned", row => row.Head.Pinned),
    ];

    private readonly CsvColumn<Row>[] _chosen = [.. _columns.Where(column => export.Fields?.Contains(column.Name, StringComparer.Ordinal) ?? true)];

    public static IReadOnlyList<string> Columns { get; } = [.. _columns.Select(column => column.Name)];

    public void Begin(PipeWriter body) => body.Write(Csv.Write(_chosen, []));

    public async Task WriteAsync(IReadOnlyList<ListedClaim> claims, PipeWriter body, CancellationToken cancellation)
    {
        var heads = await sources.ReadAsync(claims.Select(claim => claim.Evidence.Source), cancellation);
        body.Write(Csv.Write(_chosen, claims.Select(claim => new Row(claim, heads[claim.Evidence.Source], export.Asking.Record, export.Head, addressOf)), hasHeader: false));
    }

    private sealed record Row(ListedClaim Claim, SourceRegistered Source, KnownRecord Record, ExportHead Head, Func<string, string> AddressOf)
    {
        public string Title => Record.TitleOf(Claim.Topic);

        public string Page => AddressOf($"/claims/{Claim.Id}");

        public string? Name(string? actor) => actor is null ? null : Record.NameOf(actor);

        public string? Quotes(Func<Quote, string?> part) => Csv.Join(Claim.Evidence.Quotes.Select(quote => part(quote) ?? ""));
    }
}
