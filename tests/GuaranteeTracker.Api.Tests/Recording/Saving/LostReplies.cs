using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Importing;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>The database has committed, and its reply is lost on the way.</summary>
public sealed class LostReplies(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Requests = 300;

    [Fact]
    public async Task Whoever_is_saved_with_a_reply_that_is_lost_is_recorded_once_and_hears_of_it()
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await StartAsync(proxy);
        var ids = Together.Ids(Requests);
        proxy.Lose();

        var outcomes = await Together.AtOnceAsync(Requests, i => node.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i])).OutcomeAsync());

        outcomes.Should().AllBeEquivalentTo((201, (string?)null), "what was committed is found by its cause");
        proxy.Lost.Should().BePositive();
        await EachIsRecordedOnceAsync(ids);
    }

    [Fact]
    public async Task A_batch_whose_reply_is_lost_is_recorded_once_and_answered_as_new()
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await StartAsync(proxy);
        var ids = Together.Ids(Requests);
        proxy.Lose();

        var answers = await Together.AtOnceAsync(3, _ => Subject.MustAsync(node.Admin.PostBatchAsync(Together.Batch(ids.Select(id => Samples.Claim(source, id))))));

        answers.Select(answer => answer["recorded"]!.GetValue<int>()).Should().BeEquivalentTo([Requests, 0, 0]);
        proxy.Lost.Should().Be(1);
        await EachIsRecordedOnceAsync(ids);
    }

    [Fact]
    public async Task An_import_of_what_is_on_record_ends_though_every_reply_is_lost()
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await StartAsync(proxy);
        var ids = Together.Ids(4);
        await Subject.MustAsync(tracker.Admin.PostBatchAsync(Together.Batch(ids.Select(id => Samples.Claim(source, id)))));
        proxy.Lose();

        var (results, last) = await node.Admin.ImportLinesAsync(ids.Select(id => Lines.Of("claim", Samples.Claim(source, id))));

        last["result"]!.GetValue<string>().Should().Be("finished", last.ToJsonString());
        results.Should().OnlyContain(result => result["result"]!.GetValue<string>() == "repeated");
        proxy.Lost.Should().Be(0, "nothing is committed where nothing is added");
    }

    [Fact]
    public async Task Where_the_database_stays_away_nobody_knows_and_the_same_again_settles_it()
    {
        var source = await tracker.RecordCatalogueAsync();
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await StartAsync(proxy);
        var ids = Together.Ids(Requests);
        proxy.Lose(goAway: true);

        var outcomes = await Together.AtOnceAsync(Requests, i => PostAsync(ids[i]));

        outcomes.Select(outcome => $"{outcome.Status} {outcome.Code}").Should().OnlyContain(outcome => outcome == "503 outcome-unknown" || outcome == "503 database-away");
        outcomes.Should().Contain((503, "outcome-unknown"));
        var counts = await tracker.CountsAsync();
        ids.Where((id, i) => outcomes[i].Code == "database-away").Should().OnlyContain(id => !counts.ContainsKey($"claim:{id}"), "nothing was recorded, as they were told");

        proxy.Mend();
        (await Together.AtOnceAsync(Requests, i => PostAsync(ids[i]))).Should().OnlyContain(outcome => outcome.Status == 200 || outcome.Status == 201);
        await EachIsRecordedOnceAsync(ids);

        Task<(int Status, string? Code)> PostAsync(Guid id) => node.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).OutcomeAsync();
    }

    private async Task<AnotherNode> StartAsync(LossyProxy proxy)
    {
        var node = await AnotherNode.StartAsync(tracker, $"--ConnectionStrings:GuaranteeTracker={proxy.ConnectionString}", "--GuaranteeTracker:Daemon=Disabled");
        await Subject.MustAsync(node.Admin.PutAsync("/api/topics/us-air-support", Samples.Topic())); // a repeat: who records is known from here on
        return node;
    }

    private async Task EachIsRecordedOnceAsync(List<Guid> ids)
    {
        var counts = await tracker.CountsAsync();
        ids.Select(id => counts.GetValueOrDefault($"claim:{id}")).Should().AllBeEquivalentTo(1);
    }
}
