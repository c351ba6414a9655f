using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Checkpoints;

/// <summary>
/// Thirty-two writers at once: sequence order is not commit order, and still no pinned answer changes. It would, were K what is stored last:
/// commits here take as long as on a busy disk, some longer than others, so that many overtake one another.
/// </summary>
public sealed class HundredThousandPinnedAnswers(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Answers = 100_000, Writers = 32, Askers = 6, MillisecondsOfADay = 86_400_000;

    private const string SlowCommits =
        $"""
        create function slow_commit() returns trigger language plpgsql as 'begin perform pg_sleep(random() * 0.1); return null; end';
        create constraint trigger slow_commit after insert on {Tables.Events} deferrable initially deferred for each row execute function slow_commit();
        select 1
        """;

    private static readonly string[] _stances = ["rejects", "opposes", "undecided", "open", "supports", "commits"];

    private readonly ConcurrentDictionary<string, byte[]> _answers = new(Environment.ProcessorCount, Answers);
    private int _asked;

    [Fact]
    public async Task A_hundred_thousand_pinned_answers_are_the_same_after_thirty_two_writers_have_gone_on()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        await tracker.QueryAsync<int>(SlowCommits);

        var writing = WriteAsync(subject, claims: 20);
        await Task.WhenAll([AskForTheLastAsync(subject, writing), .. Enumerable.Range(0, Askers).Select(asker => AskAsync(subject, new Random(asker)))]);
        await WriteAsync(subject, claims: 10);
        await tracker.SettleAsync();

        _answers.Should().HaveCountGreaterThanOrEqualTo(Answers);
        await using var other = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:Daemon=Disabled");
        var changed = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(_answers, new ParallelOptions { MaxDegreeOfParallelism = Askers }, async (answer, cancellation) =>
        {
            if (!SHA256.HashData(await other.Public.GetByteArrayAsync(answer.Key, cancellation)).AsSpan().SequenceEqual(answer.Value))
            {
                changed.Add(answer.Key);
            }
        });
        changed.Should().BeEmpty();
    }

    private static Task WriteAsync(Subject subject, int claims) => Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
    {
        for (var i = 0; i < claims; i++)
        {
            await subject.RecordClaimAsync(_stances[(writer + i) % 6], $"2025-08-{1 + (writer + i) % 20:00}");
        }
    }));

    /// <summary>Random dates and states of knowledge, no two alike.</summary>
    private async Task AskAsync(Subject subject, Random random)
    {
        long covered = 0;
        while (Interlocked.Increment(ref _asked) is var number && number <= Answers)
        {
            covered = covered == 0 || number % 100 == 0 ? await tracker.CoveredAsync() : covered;
            var moment = new DateTime(2025, 8, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(20)).AddMilliseconds(random.Next(MillisecondsOfADay));
            await KeepAsync(subject, string.Create(CultureInfo.InvariantCulture, $"asOf={moment.Write()}&knownAt=seq:{random.NextInt64(covered + 1)}&n={number}"));
        }
    }

    /// <summary>What is stored last, which others may still overtake, and the moment: the service waits until they are settled, or says that they are not.</summary>
    private async Task AskForTheLastAsync(Subject subject, Task writing)
    {
        while (!writing.IsCompleted)
        {
            var stored = await tracker.QueryAsync<long>($"select max(seq_id) from {Tables.Events}");
            foreach (var knownAt in new[] { $"seq:{stored}", (await tracker.NowAsync()).Write() })
            {
                await KeepAsync(subject, $"asOf=2025-08-20&knownAt={knownAt}", orUnsettled: true);
            }
        }
    }

    private async Task KeepAsync(Subject subject, string query, bool orUnsettled = false)
    {
        var address = $"/api/picture?topic={subject.Topic}&view=cells&{query}&v=1";
        using var response = await tracker.Public.GetAsync(address);
        if (orUnsettled && response.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return;
        }

        response.StatusCode.Should().Be(HttpStatusCode.OK, address);
        var hash = SHA256.HashData(await response.Content.ReadAsByteArrayAsync());
        _answers.GetOrAdd(address, hash).Should().Equal(hash, address);
    }
}
