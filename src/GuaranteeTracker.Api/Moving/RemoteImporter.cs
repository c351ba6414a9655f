using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Imports into a service over HTTP.</summary>
/// <param name="url">The service's PublicUrl.</param>
internal sealed class RemoteImporter(Uri url, string? key, bool isStrict) : IDisposable
{
    private const string NotOurs = "The service answers with something that is not GuaranteeTracker's.";

    /// <summary>A line is one of two shapes.</summary>
    private static readonly JsonSerializerOptions _lenient = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private readonly RemoteService _service = new(url, key, Timeout.InfiniteTimeSpan);

    /// <summary>Sends lines as they are.</summary>
    /// <param name="tell">Told what became of each, once all are sent.</param>
    public Task<ImportReport> RunAsync(Stream lines, Action<ImportResult> tell, CancellationToken cancellation) =>
        RunAsync(lines.CopyToAsync, line => string.Create(CultureInfo.InvariantCulture, $"line {line}"), tell, cancellation);

    /// <summary>Sends what a reader finds; what is lost is told at once.</summary>
    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ImportItem> items, Action<ImportResult> tell, CancellationToken cancellation)
    {
        var (sent, lost) = (new List<string>(), 0);
        var report = await RunAsync(WriteAsync, line => sent[(int)line - 1], tell, cancellation);
        return report with { Lost = report.Lost + lost };

        async Task WriteAsync(Stream output, CancellationToken stop)
        {
            await foreach (var item in items.WithCancellation(stop))
            {
                if (item is ImportStep { Step: var step })
                {
                    sent.Add(item.Where);
                    await output.WriteAsync(StepLine.Write(step), stop);
                    continue;
                }

                lost++;
                tell(ImportResult.Of(item, null));
                if (isStrict)
                {
                    return;
                }
            }
        }
    }

    public void Dispose() => _service.Dispose();

    private async Task<ImportReport> RunAsync(Func<Stream, CancellationToken, Task> write, Func<long, string> where, Action<ImportResult> tell, CancellationToken cancellation)
    {
        using var content = new WrittenContent(write);
        content.Headers.ContentType = new MediaTypeHeaderValue(ImportApi.MediaType);
        using var response = await _service.PostAsync(isStrict ? "api/import?strict=true" : "api/import", content, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new UnusableInputException(await RemoteService.ExplainAsync(response, cancellation));
        }

        using var answer = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await answer.ReadLineAsync(cancellation) is { } line)
        {
            if (Read<ResultLine>(line) is { Line: > 0 } result)
            {
                tell(new(where(result.Line), EnumWords.TryParse<ImportWord>(result.Result, out var word) ? word : ImportWord.Refused, Explain(result.Problem)));
            }
            else
            {
                return ReportOf(Read<LastLine>(line));
            }
        }

        throw new UnusableInputException("The service's answer broke off.");
    }

    private static ImportReport ReportOf(LastLine? last) => last switch
    {
        { Result: LastLine.Stopped, Problem: { } problem } => throw new UnusableInputException(Explain(problem)!),
        { Result: LastLine.Stopped or LastLine.Finished } => new(last.Recorded, last.Repeated, last.Refused, last.Lost),
        _ => throw new UnusableInputException(NotOurs),
    };

    private static string? Explain(ResultProblem? problem) => problem is null ? null : Refusals.Describe(problem.Detail, problem.Errors);

    private static T? Read<T>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, _lenient);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"{NotOurs} {e.Message}", e);
        }
    }
}
