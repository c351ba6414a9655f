using System.IO.Pipelines;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>All claims that fit a filter, streamed.</summary>
internal sealed class ClaimExports(ClaimLister lister, SourceHeads sources, PublicAddress address) : IDisposable
{
    /// <summary>Each takes a connection to the database for as long as its caller reads.</summary>
    private const int AtOnce = 8;

    private const int Batch = 200, EnoughToSend = 64 * 1024;

    private static readonly string[] _paging = ["limit", "cursor"];

    private readonly SemaphoreSlim _places = new(AtOnce);

    public static IReadOnlyList<Format> Formats { get; } = [Format.NdJson, Format.Csv, Format.Dna];

    private static Problem Busy { get; } = new(429, "too-many-exports", "Others are exporting as well, as many as can at once. Ask again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public Task<IResult> AnswerAsync(HttpContext http, Format format, ClaimAsking asking, CancellationToken cancellation)
    {
        if (TryReadFields(http, format, out var fields) is { } refused)
        {
            return Task.FromResult<IResult>(new ProblemResult(refused));
        }

        asking = format == Format.Dna ? asking with { Filter = asking.Filter with { TakesSides = true } } : asking;
        var pinned = ClaimListApi.Pinned(address, asking, ("format", format.Name), ("fields", fields is null ? null : string.Join(',', fields)));
        return RunAsync();

        async Task<IResult> RunAsync()
        {
            if (!await _places.WaitAsync(0, cancellation))
            {
                return new ProblemResult(Busy);
            }

            http.Response.RegisterForDispose(new Place(_places));
            var head = new ExportHead(
                asking.Query, ExportHead.Between(asking.Filter.Stated.First, Earlier(asking.Filter.Stated.Last, asking.Filter.AsOf)),
                await lister.CountAsync(asking.Filter, asking.Record, cancellation), asking.Record.Known, asking.Filter.Words is null ? pinned : null);
            var writer = WriterOf(format, new(asking, head, fields));
            var answer = new StreamedAnswer(format, head.Headers($"claims-{head.Known.Sequence}.{(format == Format.NdJson ? "ndjson" : "csv")}"), (body, aborted) => WriteAsync(writer, asking, body, aborted));
            return ReadAnswer.Streamed(http, answer, pinned, asking.IsForEver(http));
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task WriteAsync(IClaimWriter writer, ClaimAsking asking, PipeWriter body, CancellationToken aborted)
    {
        writer.Begin(body);
        var batch = new List<ListedClaim>(Batch);
        await foreach (var claim in lister.ReadAllAsync(asking.Filter, asking.Record, aborted))
        {
            batch.Add(claim);
            if (batch.Count == Batch)
            {
                await SendAsync();
            }
        }

        await SendAsync();
        await body.FlushAsync(aborted);

        async Task SendAsync()
        {
            await writer.WriteAsync(batch, body, aborted);
            batch.Clear();
            if (body.UnflushedBytes >= EnoughToSend)
            {
                await body.FlushAsync(aborted);
            }
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

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
