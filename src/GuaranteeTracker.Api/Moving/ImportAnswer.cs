using System.Buffers;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Imports what a caller sends, and tells it what becomes of each line.</summary>
internal sealed class ImportAnswer(ResultSpool spool)
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private ImportReport _report = ImportReport.Nothing;

    public static async Task WriteAsync(Importer importer, Stream request, Stream response, CancellationToken cancellation)
    {
        await using var spool = new ResultSpool(response, cancellation);
        var answer = new ImportAnswer(spool);
        var why = await answer.RunAsync(importer, request, cancellation);
        answer.Write(LastLine.Of(answer._report, why is null && !importer.IsStopped ? LastLine.Finished : LastLine.Stopped, why));
        await Task.WhenAll(spool.EndAsync(), RestOfInput.PassOverAsync(request, RestOfInput.Patience, cancellation));
    }

    /// <returns>What stopped it; null where it came to its end.</returns>
    private async Task<Problem?> RunAsync(Importer importer, Stream request, CancellationToken cancellation)
    {
        try
        {
            await importer.RunAsync(new NdjsonReader(request).ReadAsync(cancellation), Tell, cancellation);
            return importer.IsStopped && importer.IsOver ? ProblemHandling.OfStatus(StatusCodes.Status401Unauthorized) : null;
        }
        catch (OperationCanceledException) when (importer.IsOver && !cancellation.IsCancellationRequested)
        {
            return ProblemHandling.OfStatus(StatusCodes.Status401Unauthorized);
        }
        catch (UnusableInputException e)
        {
            return e.Problem;
        }
        catch (BadHttpRequestException e)
        {
            return ProblemHandling.OfStatus(e.StatusCode); // too slow, or cut off
        }
    }

    private void Tell(ImportResult result)
    {
        _report = _report.With(result.Word);
        Write(ResultLine.Of(result));
        spool.Send();
    }

    private void Write<T>(T line)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, new() { Encoder = FactRequests.Options.Encoder }))
        {
            JsonSerializer.Serialize(json, line, FactRequests.Options);
        }

        _line.Write("\n"u8);
        spool.Write(_line.WrittenSpan);
    }
}
