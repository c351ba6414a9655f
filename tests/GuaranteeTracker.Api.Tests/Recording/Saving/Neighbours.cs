using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>Whoever is saved together with others sees nothing of them.</summary>
public sealed class Neighbours(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Each_keeps_its_own_analyst_correlation_and_causation()
    {
        var source = await tracker.RecordCatalogueAsync();
        var entries = Together.Ids(60).Select(id => (Id: id, Context: Together.Context() with { Key = null })).ToList();
        var together = entries.ConvertAll(entry => new SingleEntry(Together.Request(Samples.Claim(source, entry.Id)), entry.Context));

        await SaveAsync(together);

        var events = (await tracker.EventsAsync()).ToLookup(e => e.Stream);
        foreach (var (id, context) in entries)
        {
            var e = events[$"claim:{id}"].Should().ContainSingle().Subject;
            (e.RecordedBy, e.Correlation, e.Causation).Should().Be((context.Provenance.Analyst.ToString(), context.Provenance.Correlation, context.Provenance.Causation));
        }

        await ShouldBeOneSaveAsync(entries.Select(entry => entry.Id));
    }

    private async Task ShouldBeOneSaveAsync(IEnumerable<Guid> claims)
    {
        var streams = string.Join("','", claims.Select(id => $"claim:{id}"));
        (await tracker.QueryAsync<long>($"select count(distinct timestamp) from {Tables.Events} where stream_id in ('{streams}')")).Should().Be(1, "it was one transaction");
    }

    [Fact]
    public async Task Over_HTTP_each_keeps_its_own_correlation_and_is_its_own_cause()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(200);

        await Together.AtOnceAsync(200, i => Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i]), ("X-Correlation-Id", $"mine-{i}"))));

        var events = (await tracker.EventsAsync()).ToLookup(e => e.Stream);
        ids.Select(id => events[$"claim:{id}"].Single().Correlation).Should().Equal(Enumerable.Range(0, 200).Select(i => $"mine-{i}"));
        ids.Select(id => events[$"claim:{id}"].Single().Causation).Should().OnlyHaveUniqueItems();
        var saves = await tracker.QueryAsync<long>($"select count(distinct timestamp) from {Tables.Events} where correlation_id like 'mine-%'");
        saves.Should().BeLessThan(100, "whoever arrives while others are saved is saved with others");
    }

    [Fact]
    public async Task Each_gets_the_first_answer_under_its_own_key()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claims = Enumerable.Range(0, 40).Select(_ => Samples.Claim(source)).ToList();
        claims.ForEach(claim => claim.Remove("id"));

        var first = await Together.AtOnceAsync(40, i => PostAsync(i, $"key-{source}-{i}"));
        var again = await Together.AtOnceAsync(40, i => PostAsync(i, $"key-{source}-{i}"));

        again.Should().Equal(first);
        first.Should().OnlyHaveUniqueItems();

        async Task<string> PostAsync(int i, string key) => (await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", claims[i].DeepClone(), ("Idempotency-Key", key)))).ToJsonString();
    }

    [Fact]
    public async Task Fifty_times_the_same_key_at_once_is_one_event_and_one_answer()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = Samples.Claim(source);
        claim.Remove("id");
        var (key, before) = (Guid.NewGuid().ToString(), await tracker.CountEventsAsync());

        var answers = await Together.AtOnceAsync(50, async _ =>
        {
            using var response = await tracker.Admin.PostAsync("/api/claims", claim.DeepClone(), ("Idempotency-Key", key));
            return ((int)response.StatusCode, Convert.ToHexString(await response.Content.ReadAsByteArrayAsync()));
        });

        answers.Distinct().Should().ContainSingle().Which.Item1.Should().Be(201);
        (await tracker.CountEventsAsync()).Should().Be(before + 1);
    }

    [Fact]
    public async Task What_is_refused_refuses_nobody_else()
    {
        var source = await tracker.RecordCatalogueAsync();
        var known = await tracker.RecordClaimAsync(source);
        var ids = Together.Ids(120);

        var outcomes = await Together.AtOnceAsync(120, i => (i % 6) switch
        {
            0 => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i], exact: "words that nobody said")).OutcomeAsync(),
            1 => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, known, "rejects")).OutcomeAsync(),
            2 => tracker.ChangeAsync(known, "dispute", Changing.Reason(), 9).OutcomeAsync(),
            3 => tracker.ChangeAsync(ids[i], "retraction", Changing.Reason(), 1).OutcomeAsync(),
            _ => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i])).OutcomeAsync(),
        });

        (int, string?)[] expected = [(422, "evidence-not-found"), (409, "claim-id-taken"), (412, "precondition-failed"), (404, "unknown-claim"), (201, null), (201, null)];
        outcomes.Should().Equal(Enumerable.Range(0, 120).Select(i => expected[i % 6]));
        var counts = await tracker.CountsAsync();
        ids.Select(id => counts.GetValueOrDefault($"claim:{id}")).Should().Equal(Enumerable.Range(0, 120).Select(i => i % 6 >= 4 ? 1 : 0));
        counts[$"claim:{known}"].Should().Be(1);
    }

    [Fact]
    public async Task What_fails_while_it_is_decided_or_shown_fails_alone()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(4);
        var (undecided, unshown) = ($"topic-{Guid.NewGuid():N}", $"topic-{Guid.NewGuid():N}");
        SingleEntry[] entries =
        [
            Entry(ids[0]), Failing(Topic(undecided) with { Decide = (_, _) => throw new InvalidTimeZoneException("decided") }), Entry(ids[1]),
            Failing(Topic(unshown) with { Show = _ => throw new InvalidTimeZoneException("shown") }), Entry(ids[2]), Entry(ids[3]),
        ];

        await SaveAsync(entries, except: [1, 3]);

        foreach (var failed in new[] { 1, 3 })
        {
            await Awaiting(entries[failed]).Should().ThrowAsync<InvalidTimeZoneException>();
        }

        var counts = await tracker.CountsAsync();
        ids.Select(id => counts[$"claim:{id}"]).Should().AllBeEquivalentTo(1);
        counts.Should().NotContainKeys($"topic:{undecided}", $"topic:{unshown}");
        await ShouldBeOneSaveAsync(ids);

        SingleEntry Entry(Guid id) => new(Together.Request(Samples.Claim(source, id)), Together.Context());
    }

    [Fact]
    public async Task What_the_database_cannot_keep_fails_alone()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(6);
        var topic = $"topic-{Guid.NewGuid():N}";
        List<SingleEntry> entries = ids.ConvertAll(id => new SingleEntry(Together.Request(Samples.Claim(source, id)), Together.Context()));
        entries.Insert(3, Failing(Topic(topic, "a\0b")));

        await SaveAsync(entries, except: [3]);

        await Awaiting(entries[3]).Should().ThrowAsync<Exception>();
        var counts = await tracker.CountsAsync();
        ids.Select(id => counts[$"claim:{id}"]).Should().AllBeEquivalentTo(1);
        counts.Should().NotContainKey($"topic:{topic}");
    }

    private static Func<Task> Awaiting(SingleEntry entry) => () => entry.WaitAsync(TimeSpan.FromSeconds(15), CancellationToken.None);

    private static SingleEntry Failing(IRecordingRequest request) => new(request, Together.Context());

    private static RecordingRequest<ITopicFact> Topic(string id, string title = "A topic") => new(
        Streams.Topic(id), $"/api/topics/{id}", Needs.Of(Streams.Topic(id)), (_, _) => new(new Decision<ITopicFact>.Accepted(new TopicRegistered(id, new(title, "It is so."))), 0), _ => title);

    /// <summary>In one transaction, as long as nothing is in the way.</summary>
    private async Task SaveAsync(IReadOnlyList<SingleEntry> entries, params int[] except)
    {
        await tracker.Services.GetRequiredService<Saver>().SaveAsync(entries, CancellationToken.None);
        foreach (var entry in entries.Where((_, i) => !except.Contains(i)))
        {
            (await entry.WaitAsync(TimeSpan.FromSeconds(15), CancellationToken.None)).Should().BeOfType<Outcome.Recorded>().Which.Answer.Status.Should().Be((int)HttpStatusCode.Created);
        }
    }
}
