using System.Collections.Concurrent;
using System.Diagnostics;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Faults.Fuzzing.Describing;
using GuaranteeTracker.Faults.Fuzzing.Drawing;
using GuaranteeTracker.Faults.Fuzzing.Judging;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>Sends drawn requests over many connections, and judges every answer.</summary>
/// <param name="seed">The same seed draws the same requests, in so far as cursors given out are the same.</param>
/// <param name="batch">So many are sent between two looks into the database.</param>
internal sealed class FuzzRun(Tracker tracker, ulong seed, int batch = 4_000)
{
    public const int Connections = 24;

    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<FuzzFault> _faults = new();
    private readonly ConcurrentDictionary<int, long> _statuses = new();
    private readonly ConcurrentDictionary<string, long> _wentWell = new(), _problems = new();
    private long _sent, _slowest;
    private IReadOnlyList<string> _operations = [];

    /// <summary>So many were sent.</summary>
    public long Sent => _sent;

    public IReadOnlyCollection<FuzzFault> Faults => _faults;

    /// <summary>How many answers of each status; 0 stands for none.</summary>
    public IReadOnlyDictionary<int, long> Statuses => _statuses;

    /// <summary>How many answers of each operation were 2xx, or led to where it is described to lead.</summary>
    public IReadOnlyDictionary<string, long> WentWell => _wentWell;

    /// <summary>Operations of which no answer was so.</summary>
    public IEnumerable<string> NeverWell => _operations.Where(operation => !_wentWell.ContainsKey(operation));

    /// <summary>How many answers told each problem.</summary>
    public IReadOnlyDictionary<string, long> Problems => _problems;

    public TimeSpan Slowest => TimeSpan.FromTicks(_slowest);

    /// <summary>Until so many requests are sent, or so much time is over, or so many faults are found.</summary>
    public async Task RunAsync(long requests, TimeSpan time, int mostFaults, Func<Task> tell, CancellationToken cancellation)
    {
        var description = new ServedDescription(await tracker.Public.GetJsonAsync("/openapi/v1.json"));
        var record = await OnRecord.ReadAsync(tracker);
        var (drawing, judge, stored, answered) = (new Requests(description, record, Callers.Of(tracker)), new Judge(description), new Stored(tracker), new Answered(record.Keys));
        _operations = [.. description.Operations.Select(operation => operation.Id)];
        await stored.BeginAsync();
        var began = Stopwatch.GetTimestamp();
        while (_sent < requests && Stopwatch.GetElapsedTime(began) < time && _faults.Count < mostFaults)
        {
            var end = Math.Min(requests, _sent + batch);
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => SendAsync(end, drawing, judge, record, answered, cancellation)));
            _sent = end;
            await CompareAsync(stored, answered);
            await tell();
        }
    }

    private async Task SendAsync(long end, Requests drawing, Judge judge, OnRecord record, Answered answered, CancellationToken cancellation)
    {
        using var connection = new WireConnection(tracker.Public.BaseAddress!, _deadline, answered.NoteLost);
        while (Interlocked.Increment(ref _sent) - 1 is var number && number < end && !cancellation.IsCancellationRequested)
        {
            var request = drawing.Draw(new((uint)number, seed));
            var start = Stopwatch.GetTimestamp();
            WireAnswer? answer = null;
            string? fault;
            try
            {
                answer = await connection.SendAsync(request);
                fault = judge.Fault(request, answer);
            }
            catch (Exception e) when (e is TimeoutException or InvalidDataException)
            {
                fault = e.Message;
            }

            Note(request, answer, Stopwatch.GetElapsedTime(start), record);
            if (answer is not null)
            {
                answered.Note(request, answer);
            }

            if (fault is not null)
            {
                _faults.Enqueue(new(seed, number, request, answer, fault));
            }
        }
    }

    private void Note(WireRequest request, WireAnswer? answer, TimeSpan took, OnRecord record)
    {
        _statuses.AddOrUpdate(answer?.Status ?? 0, 1, (_, count) => count + 1);
        for (var slowest = _slowest; took.Ticks > slowest && Interlocked.CompareExchange(ref _slowest, took.Ticks, slowest) != slowest; slowest = _slowest)
        {
        }

        if (answer is null)
        {
            return;
        }

        if (answer.Status >= 400 && answer.Header("content-type").StartsWith("application/problem+json", StringComparison.Ordinal) && answer.Body.Length > 0)
        {
            var code = answer.Text[(answer.Text.IndexOf(ProblemTypes.Path, StringComparison.Ordinal) + ProblemTypes.Path.Length)..];
            _problems.AddOrUpdate(code[..code.IndexOf('"', StringComparison.Ordinal)], 1, (_, count) => count + 1);
        }

        if (request.Operation is { } operation && (answer.Status < 300 || answer.Status == operation.Answers.Keys.Min()))
        {
            _wentWell.AddOrUpdate(operation.Id, 1, (_, count) => count + 1);
        }

        if (answer.Header("link").Split("cursor=") is [_, { } rest, ..])
        {
            record.Remember(Uri.UnescapeDataString(rest.Split('&', '>')[0]));
        }
    }

    private async Task CompareAsync(Stored stored, Answered answered)
    {
        foreach (var fault in await stored.FaultsAsync(answered.Told()))
        {
            _faults.Enqueue(new(seed, -1, answered.RequestOf(fault.Split(' ')[0]), null, fault));
        }

        answered.Forget();
    }
}
