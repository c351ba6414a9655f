using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;

namespace GuaranteeTracker.Api.Tests.Mementos;

/// <summary>Whatever was recorded: a TimeMap lists the first checkpoint and those at which the answer became another, and no others.</summary>
public sealed class TimeMapsOfRandomRecords(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_TimeMap_lists_the_checkpoints_at_which_the_answer_is_another_than_at_the_one_before()
    {
        var seed = Random.Shared.Next();
        var (random, recorded) = (new Random(seed), 0);
        await new RandomRecord(tracker, new Random(seed)).RecordAsync(async () =>
        {
            if (random.Next(3) == 0)
            {
                await MeetAsync(random);
            }

            if (++recorded % 2 == 0)
            {
                await tracker.SettleAsync();
            }
        });
        await tracker.SettleAsync();
        var checkpoints = await tracker.CheckpointsAsync();
        checkpoints.Should().HaveCountGreaterThan(20);
        foreach (var address in Addresses(random))
        {
            var (expected, before) = (new List<long>(), "");
            foreach (var (sequence, _) in checkpoints)
            {
                var answer = Essence(await tracker.Public.GetJsonAsync($"{address}&knownAt=seq:{sequence}&v=1"));
                if (answer != before)
                {
                    expected.Add(sequence);
                }

                before = answer;
            }

            var map = await tracker.Public.TimeMapAsync($"/timemap{address}");
            map.With("memento").Select(memento => memento.Sequence).Should().Equal(expected, $"{address}, seed {seed}");
            map.With("memento").Select(memento => memento.Attributes["datetime"]).Should()
                .Equal(expected.Select(sequence => checkpoints.Single(checkpoint => checkpoint.Sequence == sequence).At.Rfc1123()));
            await TimeGatesShouldLeadToAsync(address, map.With("memento").ToList(), checkpoints, seed);
        }
    }

    private async Task TimeGatesShouldLeadToAsync(string address, List<Link> mementos, List<(long Sequence, DateTime At)> checkpoints, int seed)
    {
        foreach (var (_, at) in checkpoints.Where((_, i) => i % 7 == 0))
        {
            using var found = await FollowNothing.NegotiateAsync(tracker.Public.BaseAddress + $"timegate{address}", at.Rfc1123());
            found.Headers.Location!.OriginalString.Should().Be(
                mementos.Last(memento => memento.Datetime <= new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond))).Target, $"{address} at {at}, seed {seed}");
        }
    }

    private static HttpClient FollowNothing { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static IEnumerable<string> Addresses(Random random) =>
    [
        .. Enumerable.Range(0, 4).Select(_ => $"/api/picture?asOf={RandomRecord.Day(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{RandomRecord.Write(RandomRecord.Selection(random))}"),
        "/api/picture?asOf=2025-08-20&topic=troops", "/api/picture?asOf=2025-08-20&actor=us", "/api/picture?asOf=2025-08-20",
        "/api/timeline?topic=sanctions", "/api/timeline?from=2025-08-04&to=2025-08-06", "/api/timeline?actor=us&to=2025-08-05", "/api/timeline?from=2025-08-01",
    ];

    private static string Essence(JsonObject answer) => answer.ContainsKey("items")
        ? answer["items"]!.ToJsonString()
        : answer["topics"]!.ToJsonString() + answer["contradictions"]!.ToJsonString() + answer["counts"]!.ToJsonString();

    private Task MeetAsync(Random random) => Subject.MustAsync(tracker.Admin.PostAsync("/api/encounters", new JsonObject
    {
        ["title"] = "Leaders meet", ["date"] = $"2025-08-0{random.Next(1, 10)}", ["present"] = new JsonArray(random.Next(2) == 0 ? "us" : "russia"),
    }));
}
