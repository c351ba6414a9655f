using System.Collections.Concurrent;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>Sixteen writers at once: sequence order is not commit order, and still no pinned answer changes.</summary>
public sealed class PinnedUnderLoad(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Writers = 16, ClaimsEach = 20;

    /// <summary>Commits that take as long as on a busy disk, some longer than others, so that many overtake one another.</summary>
    private const string SlowCommits =
        $"""
        create function slow_commit() returns trigger language plpgsql as 'begin perform pg_sleep(random() * 0.03); return null; end';
        create constraint trigger slow_commit after insert on {Tables.Events} deferrable initially deferred for each row execute function slow_commit();
        select 1
        """;

    private static readonly string[] _stances = ["rejects", "opposes", "undecided", "open", "supports", "commits"];

    [Fact]
    public async Task Pinned_answers_never_change_while_sixteen_writers_record()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.QueryAsync<int>(SlowCommits);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(subject, writer)));
        var answers = new ConcurrentDictionary<string, string>();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AskUntilAsync(writing, subject, answers)));
        await writing;
        await tracker.SettleAsync();

        answers.Should().HaveCountGreaterThan(20, "there was time to ask");
        foreach (var (address, answer) in answers)
        {
            (await subject.PictureAsync(address)).Should().Be(answer, address);
        }

        await CheckpointsShouldBeSoundAsync();
        (await subject.PictureAsync("asOf=2025-08-20")).Should().Contain($"\"claims\":{Writers * ClaimsEach},");
    }

    private static async Task WriteAsync(Subject subject, int writer)
    {
        for (var i = 0; i < ClaimsEach; i++)
        {
            var claim = await subject.RecordClaimAsync(_stances[(writer + i) % 6], $"2025-08-{1 + (writer * ClaimsEach + i) % 20:00}");
            if (i % 5 == 0)
            {
                var cell = await subject.Tracker.Public.GetStringAsync($"/api/positions/us/{subject.Topic}");
                cell.Should().Contain(claim.ToString(), "what was acknowledged shows at once");
            }
        }
    }

    /// <summary>Pins what is stored last, which others may still overtake; what any checkpoint covers; and the moment.</summary>
    private static async Task AskUntilAsync(Task writing, Subject subject, ConcurrentDictionary<string, string> answers)
    {
        while (!writing.IsCompleted)
        {
            var stored = await subject.Tracker.QueryAsync<long>($"select max(seq_id) from {Tables.Events}");
            foreach (var knownAt in new[] { $"seq:{stored}", $"seq:{Random.Shared.NextInt64(stored)}", (await subject.Tracker.NowAsync()).Write() })
            {
                var address = $"asOf=2025-08-20&knownAt={knownAt}";
                var answer = await subject.PictureAsync(address);
                answers.GetOrAdd(address, answer).Should().Be(answer, address);
            }
        }
    }

    private async Task CheckpointsShouldBeSoundAsync()
    {
        var checkpoints = await tracker.CheckpointsAsync();
        checkpoints.Select(checkpoint => checkpoint.At).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        (await tracker.QueryAsync<DateTime>($"select at from {Tables.Horizon}")).Should().BeOnOrAfter(checkpoints[^1].At);
        checkpoints[^1].Sequence.Should().Be(await tracker.QueryAsync<long>($"select max(seq_id) from {Tables.Events}"));
    }
}
