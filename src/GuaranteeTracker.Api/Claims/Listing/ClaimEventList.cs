using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>
/// Claims as an event list of the Discourse Network Analyzer: first-hand ones that are for or against, since it knows yes and no alone.
/// It puts commas in place of semicolons, and apostrophes in place of quotation marks: so does this.
/// </summary>
internal sealed class ClaimEventList(ClaimExport export, SourceHeads sources) : IClaimWriter
{
    private static readonly CsvColumn<Row>[] _columns =
    [
        new("statement_id", row => Csv.Of(row.Claim.First)),
        new("time", row => row.Claim.Effective!.Value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        new("person", row => row.Claim.Speaker is { } speaker ? Plain(row.Record.NameOf(speaker)) : null),
        new("organization", row => Plain(row.Record.NameOf(row.Claim.Actor))),
        new("concept", row => Plain(row.Record.TitleOf(row.Claim.Topic))),
        new("agreement", row => row.Claim.Stance > 0 ? "1" : "0"),
        new("start_position", row => Csv.Of(row.Claim.Evidence.Quotes[0].Start)),
        new("stop_position", row => Csv.Of(row.Claim.Evidence.Quotes[0].End)),
        new("text", row => Plain(row.Claim.Evidence.Quotes[0].Exact)),
        new("coder", _ => null),
        new("document_id", row => row.Source.Source.ToString()),
        new("document_title", row => Plain(row.Source.Title)),
        new("document_author", _ => null),
        new("document_source", row => Plain(row.Source.Publisher)),
        new("document_section", _ => null),
        new("document_type", _ => "article"),
    ];

    public void Begin(PipeWriter body) => body.Write(Csv.WriteWithSemicolons(_columns, [], hasHeader: true));

    public async Task WriteAsync(IReadOnlyList<ListedClaim> claims, PipeWriter body, CancellationToken cancellation)
    {
        var heads = await sources.ReadAsync(claims.Select(claim => claim.Evidence.Source), cancellation);
        body.Write(Csv.WriteWithSemicolons(_columns, claims.Select(claim => new Row(claim, heads[claim.Evidence.Source], export.Asking.Record)), hasHeader: false));
    }

    private static string Plain(string text) => text.Replace(';', ',').Replace('"', '\'');

    private sealed record Row(ListedClaim Claim, SourceRegistered Source, KnownRecord Record);
}
