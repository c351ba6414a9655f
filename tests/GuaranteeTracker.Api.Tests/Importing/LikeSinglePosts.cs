using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Ledger;
using GuaranteeTracker.Api.Tests.Moving;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>What an import stores in bulk is what single requests store.</summary>
public sealed class LikeSinglePosts(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Events_and_streams_are_the_same_but_for_when_and_by_whom()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToList();
        var other = new Tracker();
        await other.InitializeAsync();
        await other.RecordCatalogueAsync();
        await Subject.MustAsync(other.Admin.PostAsync("/api/sources", Samples.Source(source)));
        foreach (var id in ids)
        {
            await Subject.MustAsync(other.Admin.PostAsync("/api/claims", Samples.Claim(source, id)));
        }

        await Subject.MustAsync(other.Admin.PostAsync($"/api/claims/{ids[7]}/dispute", new JsonObject { ["reason"] = "Who said so?" }, ("If-Match", "\"1\"")));
        var before = await tracker.NowAsync();
        var (report, told) = await tracker.ImportAsync([.. ids.Select(id => Lines.Claim(source, id)), Lines.Because("dispute", ids[7], version: 2)]);
        var after = await tracker.NowAsync();

        (report.Recorded, told.Count).Should().Be((101, 0));
        var (bulk, single) = (await EventsAsync(tracker), await EventsAsync(other));
        bulk.Should().HaveCount(101).And.Equal(single);
        (await StreamsAsync(tracker)).Should().HaveCount(100).And.Equal(await StreamsAsync(other));
        await other.DisposeAsync();

        (await tracker.QueryAsync<bool>($"select bool_and(timestamp between '{before.Write()}' and '{after.Write()}') from {Tables.Events} where stream_id like 'claim:%'")).Should().BeTrue("it is the database's clock");
        (await tracker.QueryAsync<long>($"select count(distinct causation_id) from {Tables.Events} where stream_id like 'claim:%'")).Should().Be(101, "each line is its own cause");
        (await tracker.QueryAsync<long>($"select count(distinct correlation_id) from {Tables.Events} where stream_id like 'claim:%'")).Should().Be(1);
        (await tracker.QueryAsync<Guid>($"select distinct (headers ->> 'recordedBy')::uuid from {Tables.Events} where stream_id like 'claim:%'"))
            .Should().Be(await tracker.QueryAsync<Guid>($"select id from {Tables.Analysts} where name = 'import'"));
        (await tracker.QueryAsync<string>($"select string_agg(stream_id, ' ' order by seq_id) from {Tables.Events} where type = 'claim-recorded'"))
            .Should().Be(string.Join(' ', ids.Select(id => $"claim:{id}")), "they are numbered in the order of the lines");
    }

    /// <summary>Whole rows, less what differs between any two.</summary>
    private static Task<List<string>> EventsAsync(Tracker tracker) => tracker.ReadAsync(
        $"""
        select (to_jsonb(e) - 'seq_id' - 'timestamp' - 'correlation_id' - 'causation_id' - 'headers')::text || (select string_agg(key || jsonb_typeof(value), ' ' order by key) from jsonb_each(headers))
            || (correlation_id is null) || (causation_id is null)
        from {Tables.Events} e where stream_id like 'claim:%' order by stream_id, version
        """,
        row => row.GetString(0));

    private static Task<List<string>> StreamsAsync(Tracker tracker) => tracker.ReadAsync(
        $"select (to_jsonb(s) - 'timestamp' - 'created')::text || (timestamp is null) || (created is null) from {EventStore.Schema}.mt_streams s where id like 'claim:%' order by id", row => row.GetString(0));
}
