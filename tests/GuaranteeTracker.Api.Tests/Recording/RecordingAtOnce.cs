using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Claims;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording;

public sealed class RecordingAtOnce(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Fifty_times_the_same_id_at_once_is_one_event()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        var statuses = await AtOnceAsync(50, _ => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)));

        statuses.Should().BeEquivalentTo([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.OK, 49)]);
        (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded");
    }

    [Fact]
    public async Task Of_different_contents_under_one_id_at_once_the_first_wins()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();
        string[] stances = ["open", "supports"];

        var statuses = await AtOnceAsync(20, i => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id, stances[i % 2])));

        statuses.Should().BeEquivalentTo(
            [HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.OK, 9), .. Enumerable.Repeat(HttpStatusCode.Conflict, 10)]);
        (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded");
    }

    [Fact]
    public async Task Two_hundred_times_the_same_If_Match_at_once_is_one_success()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        var statuses = await AtOnceAsync(200, i => tracker.ChangeAsync(id, "dispute", Changing.Reason($"Reason {i}."), 1));

        statuses.Should().BeEquivalentTo([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 199)]);
        (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded", "claim-disputed");
    }

    [Fact]
    public async Task Fifty_creations_of_one_topic_at_once_are_one_event()
    {
        var statuses = await AtOnceAsync(50, _ => tracker.Admin.PutAsync("/api/topics/at-once", Samples.Topic()));

        statuses.Should().BeEquivalentTo([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.OK, 49)]);
        (await tracker.EventTypesAsync("topic:at-once")).Should().Equal("topic-registered");
    }

    [Fact]
    public async Task Different_claims_at_once_are_all_recorded()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).ToList();

        var statuses = await AtOnceAsync(40, i => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, ids[i])));

        statuses.Should().AllBeEquivalentTo(HttpStatusCode.Created);
        (await tracker.EventsAsync()).Select(e => e.Stream).Should().Contain(ids.Select(id => $"claim:{id}"));
    }

    [Fact]
    public async Task Whoever_reads_and_tries_again_gets_through_and_versions_have_no_holes()
    {
        var id = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(DisputeAsync));

        (await tracker.EventsAsync($"claim:{id}")).Select(e => e.Version).Should().Equal(1, 2, 3, 4, 5, 6, 7, 8, 9);
        (await tracker.QueryAsync<long>($"select count(*) from (select stream_id from {Tables.Events} where type <> 'tombstone' group by stream_id having count(*) <> max(version)) holes"))
            .Should().Be(0);
        (await tracker.QueryAsync<long>(
            $"select count(*) from {Api.EventStore.Schema}.mt_streams s where version <> (select count(*) from {Tables.Events} e where e.stream_id = s.id and type <> 'tombstone') and type is distinct from 'tombstone' and id not like '%tombstone%'"))
            .Should().Be(0, "a stream's version is the number of its events");

        async Task DisputeAsync(int i)
        {
            HttpStatusCode status;
            do
            {
                var version = (await tracker.Public.GetJsonAsync($"/api/claims/{id}"))["version"]!.GetValue<long>();
                using var response = await tracker.ChangeAsync(id, "dispute", Changing.Reason($"Doubt {i}."), version);
                status = response.StatusCode;
            }
            while (status == HttpStatusCode.PreconditionFailed);

            status.Should().Be(HttpStatusCode.OK);
        }
    }

    private static async Task<HttpStatusCode[]> AtOnceAsync(int times, Func<int, Task<HttpResponseMessage>> send) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(async i =>
        {
            using var response = await send(i);
            return response.StatusCode;
        }));
}
