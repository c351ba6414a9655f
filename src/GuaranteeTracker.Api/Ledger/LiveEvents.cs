using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.AspNetCore.Http.Features;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>The event log as server-sent events: what is recorded so far, then what each new checkpoint covers.</summary>
internal sealed class LiveEvents(EventLog log, CheckpointWatch watch, IHostApplicationLifetime lifetime)
{
    public const string LastEventId = "Last-Event-ID";

    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>Returns when the reader goes, is admitted no longer, or the service stops.</summary>
    /// <param name="after">The last event that the reader has.</param>
    /// <param name="upTo">The last checkpoint's sequence number.</param>
    public async Task SendAsync(HttpContext http, long after, long upTo)
    {
        http.Response.ContentType = Format.EventStream.Type;
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.Vary = "Accept, Accept-Encoding, Authorization";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // proxies pass it on at once
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        await using var admission = await Admission.OfAsync(http);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping, admission.Over);
        try
        {
            await SendHeartbeatAsync(http.Response.BodyWriter, end.Token); // a reader learns at once that it is heard
            await FollowAsync(http.Response.BodyWriter, after, upTo, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // That is how it ends; a reader that comes again resumes.
        }
    }

    private async Task FollowAsync(PipeWriter output, long after, long upTo, CancellationToken end)
    {
        while (true)
        {
            if (await TryReadAsync(after, upTo, end) is { } batch)
            {
                foreach (var line in batch.Lines)
                {
                    await SendAsync(output, line, end);
                }

                after = batch.IsLast ? Math.Max(after, upTo) : batch.Lines[^1].Sequence; // what comes in below a checkpoint raises an alarm
                if (!batch.IsLast)
                {
                    continue;
                }
            }

            upTo = await NextAsync(output, after, end);
        }
    }

    /// <summary>Null while the database is away: the reader waits with us.</summary>
    private async Task<EventBatch?> TryReadAsync(long after, long upTo, CancellationToken end)
    {
        try
        {
            return await log.ReadAsync(after, upTo, PageLimit.Largest, withLeaves: false, end);
        }
        catch (Exception e) when (!end.IsCancellationRequested && Conflicts.IsConnectionLost(e))
        {
            return null;
        }
    }

    /// <summary>The sequence number of a checkpoint beyond <paramref name="after"/>. Heartbeats keep the connection meanwhile, and find out whether anybody is still there.</summary>
    private async Task<long> NextAsync(PipeWriter output, long after, CancellationToken end)
    {
        var next = watch.BeyondAsync(after, end);
        while (true)
        {
            try
            {
                return await next.WaitAsync(_heartbeat, end);
            }
            catch (TimeoutException) when (!next.IsFaulted)
            {
                await SendHeartbeatAsync(output, end);
            }
        }
    }

    private static async Task SendHeartbeatAsync(PipeWriter output, CancellationToken end)
    {
        output.Write(":\n\n"u8); // a comment
        await output.FlushAsync(end);
    }

    private static async Task SendAsync(PipeWriter output, EventLine line, CancellationToken end)
    {
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {line.Sequence}\nevent: {line.Type}\ndata: ")));
        output.Write(line.Json);
        output.Write("\n"u8);
        await output.FlushAsync(end);
    }
}
