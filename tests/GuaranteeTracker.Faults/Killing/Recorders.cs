using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>Clients that record claims under ids of their own, and send again what was not answered, until it is.</summary>
internal sealed class Recorders : IDisposable
{
    private const int Clients = 12;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _http;
    private readonly Guid _source;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Guid> _acknowledged = [];
    private readonly ConcurrentQueue<string> _refusals = new();
    private readonly Task _running;
    private long _unanswered, _found;

    public Recorders(Uri service, Guid source)
    {
        (_http, _source) = (new() { BaseAddress = service, Timeout = TimeSpan.FromMinutes(1) }, source);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tracker.AdminKey);
        _running = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => RecordAsync()));
    }

    /// <summary>Claims that were answered 200 or 201.</summary>
    public IReadOnlyCollection<Guid> Acknowledged => _acknowledged;

    /// <summary>How often no answer came, or 503.</summary>
    public long Unanswered => _unanswered;

    /// <summary>How many were on record when they were sent again.</summary>
    public long Found => _found;

    /// <summary>Answers that no client can expect.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>Lets every client end what it is at.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose()
    {
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RecordAsync()
    {
        while (!_stop.IsCancellationRequested && _refusals.IsEmpty)
        {
            var id = Guid.NewGuid();
            var body = Samples.Claim(_source, id).ToJsonString();
            for (HttpStatusCode? status = null; status is not (HttpStatusCode.OK or HttpStatusCode.Created) && _refusals.IsEmpty;)
            {
                status = await SendAsync(body);
                if (status is HttpStatusCode.OK or HttpStatusCode.Created)
                {
                    Interlocked.Add(ref _found, status == HttpStatusCode.OK ? 1 : 0);
                    _acknowledged.Add(id);
                }
                else
                {
                    Interlocked.Increment(ref _unanswered);
                    await Task.Delay(_pause);
                }
            }
        }
    }

    /// <returns>Null where there was no answer.</returns>
    private async Task<HttpStatusCode?> SendAsync(string body)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync("/api/claims", content);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
            {
                _refusals.Enqueue($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
