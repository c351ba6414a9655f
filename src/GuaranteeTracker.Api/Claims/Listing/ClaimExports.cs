using System.IO.Pipelines;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Ledger;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>All claims that fit a filter, streamed.</summary>
internal sealed class ClaimExports(ClaimLister lister, SourceHeads sources, LedgerCheckpoints checkpoints, PublicAddress address)
{
    private static readonly string[] _paging = ["limit", "cursor"];

    public static IReadOnlyList<Format> Formats { get; } = [Format.NdJson, Format.Csv, Format.Dna];

    public async Task<IResult> AnswerAsync(HttpContext http, Format format, ClaimAsking asking, CancellationToken cancellation)
    {
        if (TryReadFields(http, format, out var fields) is { } refused)
        {
            return new ProblemResult(refused);
        }

        asking = format == Format.Dna ? asking with { Filter = asking.Filter with { TakesSides = true } } : asking;
        var pinned = ClaimListApi.Pinned(address, ClaimListApi.Path, asking, ("format", format.Name), FieldChoice.Write(fields));
        var head = new ExportHead(
            asking.Filter.Write(), ExportHead.Between(asking.Filter.Stated.First, Earlier(asking.Filter.Stated.Last, asking.Filter.AsOf)),
            await lister.CountAsync(asking.Filter, asking.Record, cancellation), asking.Record.Known, pinned);
        if (!asking.IsForEver(http))
        {
            http.Response.Headers.ContentLocation = pinned;
        }

        var writer = WriterOf(format, new(asking, head, fields));
        var checkpoint = await checkpoints.CoveringAsync(head.Known, cancellation);
        return ReadAnswer.Streamed(
            http, new(format, head.Headers($"claims-{head.Known.Sequence}.{(format == Format.NdJson ? "ndjson" : "csv")}", checkpoint), (body, aborted) => WriteAsync(writer, asking, body, aborted)), pinned, asking.IsForEver(http));
    }

    private async Task WriteAsync(IClaimWriter writer, ClaimAsking asking, PipeWriter body, CancellationToken aborted)
    {
        writer.Begin(body);
        await foreach (var part in lister.ReadAllAsync(asking.Filter, asking.Record, aborted))
        {
            await writer.WriteAsync(part, body, aborted);
            await body.FlushAsync(aborted);
        }
    }

    private IClaimWriter WriterOf(Format format, ClaimExport export) =>
        format == Format.NdJson ? new ClaimLines(export)
        : format == Format.Csv ? new ClaimTable(export, sources, address.Of)
        : new ClaimEventList(export, sources);

    /// <summary>There are no pages of what is streamed.</summary>
    public static Problem? RefusePaging(HttpContext http) =>
        _paging.FirstOrDefault(http.Request.Query.ContainsKey) is { } paging
            ? Problems.BadParameter(paging, $"This format holds all that fits, in one answer: leave {paging} out, or ask for format=json.")
            : null;

    private static Problem? TryReadFields(HttpContext http, Format format, out IReadOnlyList<string>? fields)
    {
        fields = null;
        return format == Format.Dna
            ? http.Request.Query.ContainsKey("fields") ? Problems.BadParameter("fields", "An event list has its own columns, always: leave fields out.") : null
            : FieldChoice.TryRead(http, format == Format.Csv ? ClaimTable.Columns : ClaimJson.Members, out fields);
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other : one;
}
