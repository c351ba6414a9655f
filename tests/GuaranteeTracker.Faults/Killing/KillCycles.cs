using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using GuaranteeTracker.Api.Recording.Rebuilding;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Faults.Fuzzing.Drawing;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>Kills the service, PostgreSQL or one of its processes, again and again, while claims are recorded, and then looks whether anything is wrong.</summary>
/// <param name="seed">The same seed kills the same things after as many answers.</param>
/// <param name="time">No cycle begins later.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class KillCycles(int cycles, ulong seed, TimeSpan time)
{
    private const int FewestAnswers = 20, MostAnswers = 150, LatestMillisecond = 40;

    private static readonly string[] _victims = ["service", "postgresql", "backend"];
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(2), _patience = TimeSpan.FromMinutes(2);

    private readonly List<(string Victim, TimeSpan Recovery)> _recoveries = [];

    /// <exception cref="TimeoutException">Nothing is recorded any more.</exception>
    public async Task<KillReport> RunAsync(Func<string, Task> tell, CancellationToken cancellation)
    {
        await using var store = await OwnStore.MakeAsync(cancellation);
        using var node = await KillableNode.StartAsync(store.ConnectionString, store.DataDirectory, cancellation);
        using var recorders = new Recorders(node.Url, await FirstSource.RecordAsync(node.Url));
        var began = Stopwatch.GetTimestamp();
        for (var cycle = 0; cycle < cycles && Stopwatch.GetElapsedTime(began) < time; cycle++)
        {
            var draw = new Draw((uint)cycle, seed);
            await AnsweredAsync(recorders, FewestAnswers + draw.Below(MostAnswers - FewestAnswers), cancellation);
            await Task.Delay(draw.Below(LatestMillisecond), cancellation); // somewhere within a save
            var victim = draw.One(_victims);
            var killed = Stopwatch.GetTimestamp();
            await KillAsync(victim, draw, store, node, cancellation);
            await AnsweredAsync(recorders, 1, cancellation);
            _recoveries.Add((victim, Stopwatch.GetElapsedTime(killed)));
            await tell(string.Create(CultureInfo.InvariantCulture, $"{cycle + 1}: {victim} killed, recording again after {_recoveries[^1].Recovery.TotalSeconds:0.00} s, {recorders.Acknowledged.Count} acknowledged"));
        }

        await recorders.StopAsync();
        return await ReportAsync(store, node, recorders, cancellation);
    }

    private static async Task KillAsync(string victim, Draw draw, OwnStore store, KillableNode node, CancellationToken cancellation)
    {
        if (victim == "service")
        {
            node.Kill();
            node.Start();
        }
        else if (victim == "postgresql")
        {
            store.Kill();
            await store.StartAsync(cancellation);
        }
        else
        {
            store.KillOne(draw.Below(1_000)).Should().BeTrue("the service has connections");
        }
    }

    /// <summary>Until so many more are acknowledged.</summary>
    private static async Task AnsweredAsync(Recorders recorders, int more, CancellationToken cancellation)
    {
        var (enough, began) = (recorders.Acknowledged.Count + more, Stopwatch.GetTimestamp());
        while (recorders.Acknowledged.Count < enough)
        {
            if (recorders.Refusals.Count > 0)
            {
                throw new InvalidOperationException($"A claim was refused: {recorders.Refusals.First()}");
            }

            if (Stopwatch.GetElapsedTime(began) > _patience)
            {
                throw new TimeoutException($"Nothing was recorded for {_patience.TotalSeconds:0} s.");
            }

            await Task.Delay(_pause, cancellation);
        }
    }

    private async Task<KillReport> ReportAsync(OwnStore store, KillableNode node, Recorders recorders, CancellationToken cancellation)
    {
        var sound = new Soundness(store.Source);
        await Eventually.TrueAsync(async () => await sound.UncoveredAsync(cancellation) == 0, "a checkpoint covers everything in the end", _patience);
        var (lost, doubled, unknown) = await sound.CountAsync(recorders.Acknowledged, cancellation);
        var verified = await sound.VerifyAsync(store.DataDirectory, cancellation);
        using var http = new HttpClient { BaseAddress = node.Url };
        var picture = $"/api/picture?asOf=2025-08-20&knownAt=seq:{(await http.GetJsonAsync("/api/picture"))["known"]!["sequence"]}&v=1";
        var before = await http.GetStringAsync(picture, cancellation);
        var rebuilt = await new Rebuild(store.Source).RunAsync(_ => { }, cancellation);
        node.Kill();
        node.Start();
        await node.WaitAsync(cancellation);
        var isSame = before == await http.GetStringAsync(picture, cancellation);
        return new(
            seed, recorders.Acknowledged.Count, recorders.Unanswered, recorders.Found, lost, doubled, unknown, await sound.HolesAsync(cancellation), verified,
            rebuilt.Differences.Sum(difference => difference.Rows), isSame, _recoveries);
    }
}
