using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Faults.Fuzzing.Drawing;
using GuaranteeTracker.Faults.Killing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Faults.LostReplies;

/// <summary>Records singles, batches and imports through a proxy that forwards each COMMIT and loses its reply, until so many are lost.</summary>
internal sealed class LostReplyRun(Tracker tracker, int replies, ulong seed)
{
    private const int MostTries = 500;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50), _away = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentBag<Guid> _acknowledged = [];
    private readonly ConcurrentDictionary<string, long> _answers = new();
    private readonly ConcurrentDictionary<string, TimeSpan> _slowest = new();

    public async Task<LostReplyReport> RunAsync(Func<string, Task> tell, CancellationToken cancellation)
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await AnotherNode.StartAsync(tracker, $"--ConnectionStrings:GuaranteeTracker={proxy.ConnectionString}", "--GuaranteeTracker:Daemon=Disabled", "--GuaranteeTracker:RecordingDeadline=5");
        await Subject.MustAsync(node.Admin.PutAsync("/api/topics/us-air-support", Samples.Topic())); // a repeat: who records is known from here on
        for (var round = 0u; proxy.Lost < replies; round++)
        {
            var draw = new Draw(round, seed);
            var (goesAway, before) = (draw.Percent(4), proxy.Lost);
            proxy.Lose(goesAway);
            var sending = Task.WhenAll(Enumerable.Range(0, 1 + draw.Below(6)).Select(_ => draw.Below(3)).ToList().Select(way => RecordAsync(node.Admin, source, way)));
            while (proxy.Lost == before && !sending.IsCompleted)
            {
                await Task.Delay(1, cancellation);
            }

            await Task.Delay(goesAway ? _away : TimeSpan.Zero, cancellation);
            proxy.Mend(); // or no transaction could ever be told to have ended
            await sending.WaitAsync(cancellation);
            if (round % 20 == 19)
            {
                await tell($"{proxy.Lost} replies lost, {_acknowledged.Count} claims acknowledged");
            }
        }

        proxy.Mend();
        var sound = new Soundness(tracker.Services.GetRequiredService<NpgsqlDataSource>());
        await Eventually.TrueAsync(async () => await sound.UncoveredAsync(cancellation) == 0, "a checkpoint covers everything in the end");
        var (lost, doubled, unknown) = await sound.CountAsync(_acknowledged, cancellation);
        return new(seed, proxy.Lost, _acknowledged.Count, lost, doubled, unknown, await sound.HolesAsync(cancellation), await sound.VerifyAsync(tracker.DataDirectory, cancellation), new SortedDictionary<string, long>(_answers, StringComparer.Ordinal), new SortedDictionary<string, TimeSpan>(_slowest, StringComparer.Ordinal));
    }

    /// <summary>Sends the same until it is settled.</summary>
    private async Task RecordAsync(HttpClient service, Guid source, int way)
    {
        var ids = Enumerable.Range(0, way == 0 ? 1 : 4).Select(_ => Guid.NewGuid()).ToList();
        for (var attempt = 1; !await TryAsync(service, source, way, ids, attempt); attempt++)
        {
            attempt.Should().BeLessThan(MostTries, "in the end it is settled");
            await Task.Delay(_pause);
        }

        ids.ForEach(_acknowledged.Add);
    }

    private async Task<bool> TryAsync(HttpClient service, Guid source, int way, List<Guid> ids, int attempt)
    {
        var began = Stopwatch.GetTimestamp();
        var claims = ids.ConvertAll(id => Samples.Claim(source, id));
        using var answer = await (way switch
        {
            0 => service.PostAsync("/api/claims", claims[0]),
            1 => service.PostAsync("/api/claims:batch", new JsonObject { ["claims"] = new JsonArray([.. claims]) }),
            _ => ImportAsync(service, claims),
        });
        var body = await answer.Content.ReadAsStringAsync();
        var isSettled = answer.IsSuccessStatusCode && (way < 2 || IsSettled(body, ids.Count));
        _answers.AddOrUpdate($"{(way == 0 ? "single" : way == 1 ? "batch" : "import")} {(attempt == 1 ? "at once" : "again")} {(int)answer.StatusCode}{(answer.IsSuccessStatusCode && !isSettled ? " stopped" : "")}", 1, (_, count) => count + 1);
        _slowest.AddOrUpdate(way == 0 ? "single" : way == 1 ? "batch" : "import", Stopwatch.GetElapsedTime(began), (_, slowest) => TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(began).Ticks)));
        ((int)answer.StatusCode).Should().BeOneOf([200, 201, 429, 503], body);
        return isSettled;
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient service, IEnumerable<JsonObject> claims)
    {
        using var lines = new StringContent(string.Concat(claims.Select(claim => Line(claim) + "\n")), Encoding.UTF8, "application/x-ndjson");
        lines.Headers.ContentType!.CharSet = null;
        return await service.PostAsync("/api/import", lines);
    }

    private static string Line(JsonObject claim)
    {
        claim["type"] = "claim";
        return claim.ToJsonString();
    }

    /// <summary>Whether the import came to its end with every line on record.</summary>
    private static bool IsSettled(string body, int lines)
    {
        var last = JsonNode.Parse(body.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
        return last["result"]!.GetValue<string>() == "finished" && last["recorded"]!.GetValue<int>() + last["repeated"]!.GetValue<int>() == lines;
    }
}

/// <param name="Replies">Lost ones.</param>
/// <param name="Answers">How many of which kind.</param>
/// <param name="Slowest">How long the slowest answer took, by kind.</param>
internal sealed record LostReplyReport(ulong Seed, int Replies, int Acknowledged, int Lost, int Doubled, int Unknown, long Holes, VerifyReport Verified, IReadOnlyDictionary<string, long> Answers, IReadOnlyDictionary<string, TimeSpan> Slowest)
{
    public bool IsSound => Lost + Doubled + Unknown + Holes == 0 && Verified.IsSound;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        seed {Seed}: {Replies} replies to COMMIT lost; {Acknowledged} claims acknowledged, {Lost} lost, {Doubled} doubled, {Unknown} unknown, {Holes} streams with holes; {Verified.Leaves} leaves, {Verified.Signed} signed checkpoints, {Verified.FaultCount} faults in them
        a zero means below {300.0 / Replies:0.00} % of lost replies at 95 %
        {string.Join(", ", Answers.Select(answer => $"{answer.Key}: {answer.Value}"))}
        the slowest answer: {string.Join(", ", Slowest.Select(way => $"{way.Key} {way.Value.TotalSeconds:0.0} s"))}
        """);
}
