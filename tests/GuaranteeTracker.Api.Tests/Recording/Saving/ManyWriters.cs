using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

public sealed class ManyWriters(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Writers = 40, Claims = 500, InBatch = 50;

    [Fact]
    public async Task Forty_writers_of_the_same_claims_record_each_once_and_one_of_them_hears_that_it_is_new()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(Claims);

        var answers = await Together.AtOnceAsync(Writers, async writer => await SinglesAsync(source, ids, writer));

        for (var i = 0; i < Claims; i++)
        {
            answers.Select(answer => answer[i]).Should().BeEquivalentTo([201, .. Enumerable.Repeat(200, Writers - 1)]);
        }

        await EachIsRecordedOnceAsync(ids);
    }

    [Fact]
    public async Task Forty_writers_of_the_same_batches_record_each_claim_once_and_count_it_as_new_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(Claims);

        var answers = await Together.AtOnceAsync(Writers, async writer => await BatchesAsync(source, ids, writer));

        answers.SelectMany(answer => answer).Sum().Should().Be(Claims);
        await EachIsRecordedOnceAsync(ids);
    }

    [Fact]
    public async Task Single_claims_and_batches_of_the_same_ids_at_once_record_each_once()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Together.Ids(Claims);

        var answers = await Together.AtOnceAsync(Writers, async writer => writer % 4 > 0 ? (await SinglesAsync(source, ids, writer)).Count(status => status == 201) : (await BatchesAsync(source, ids, writer)).Sum());

        answers.Sum().Should().Be(Claims, "each is new to one of them");
        await EachIsRecordedOnceAsync(ids);
    }

    [Fact]
    public async Task Forty_writers_that_correct_one_claim_make_one_version_after_another_without_holes()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = await tracker.RecordClaimAsync(source);

        for (var version = 1; version <= 5; version++)
        {
            var statuses = await Together.AtOnceAsync(
                Writers, writer => tracker.ChangeAsync(id, "correction", Correction(source, $"What {writer} says of version {version}."), version).OutcomeAsync());

            statuses.Should().BeEquivalentTo([(200, (string?)null), .. Enumerable.Repeat((412, (string?)"precondition-failed"), Writers - 1)]);
        }

        (await tracker.EventsAsync($"claim:{id}")).Select(e => e.Version).Should().Equal(1, 2, 3, 4, 5, 6);
    }

    private static JsonObject Correction(Guid source, string summary)
    {
        var correction = Changing.Correction(source);
        correction["claim"]!["summary"] = summary;
        return correction;
    }

    /// <summary>Each writer begins elsewhere, so that they meet.</summary>
    private async Task<int[]> SinglesAsync(Guid source, List<Guid> ids, int writer)
    {
        var statuses = new int[ids.Count];
        for (var n = 0; n < ids.Count; n++)
        {
            var i = (n + writer * 7) % ids.Count;
            (statuses[i], var code) = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i])).OutcomeAsync();
            statuses[i].Should().BeOneOf([200, 201], code);
        }

        return statuses;
    }

    /// <returns>How many of each batch were new.</returns>
    private async Task<List<int>> BatchesAsync(Guid source, List<Guid> ids, int writer)
    {
        var recorded = new List<int>();
        var batches = ids.Chunk(InBatch).ToList();
        for (var n = 0; n < batches.Count; n++)
        {
            var answer = await PostAsync(Together.Batch(batches[(n + writer) % batches.Count].Select(id => Samples.Claim(source, id))));
            recorded.Add(answer["recorded"]!.GetValue<int>());
            (answer["repeated"]!.GetValue<int>() + recorded[^1]).Should().Be(InBatch);
        }

        return recorded;
    }

    /// <summary>As often as there is no room.</summary>
    private async Task<JsonObject> PostAsync(JsonObject batch)
    {
        while (true)
        {
            using var response = await tracker.Admin.PostBatchAsync(batch);
            if ((int)response.StatusCode != 429)
            {
                return await Subject.MustAsync(Task.FromResult(response));
            }
        }
    }

    private async Task EachIsRecordedOnceAsync(List<Guid> ids)
    {
        var counts = await tracker.CountsAsync();
        ids.Select(id => counts[$"claim:{id}"]).Should().AllBeEquivalentTo(1);
        (await tracker.QueryAsync<long>($"select count(*) from (select id from {Tables.Events} group by id having count(*) > 1) doubled")).Should().Be(0);
    }
}
