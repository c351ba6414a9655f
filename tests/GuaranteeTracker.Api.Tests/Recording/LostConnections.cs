using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Recording;

public sealed class LostConnections(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task After_the_database_ended_all_connections_recording_goes_on_and_nothing_is_stored_twice()
    {
        var source = await tracker.RecordCatalogueAsync();
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => tracker.Public.GetAsync("/api/actors/us"))); // fills the pool
            await EndConnectionsAsync();
            var id = Guid.NewGuid();

            await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeCreatedAsync($"/api/claims/{id}");
            await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id)).ShouldBeOkAsync(1);

            (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded");
        }
    }

    [Fact]
    public async Task Reading_answers_or_says_that_the_database_is_away_and_recovers()
    {
        await tracker.RecordCatalogueAsync();
        await EndConnectionsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => tracker.Public.GetAsync("/api/actors/us")));

        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await answer.ShouldBeProblemAsync(503, "database-away");
            answer.Headers.RetryAfter.Should().NotBeNull();
        }

        (await tracker.Public.GetAsync("/api/actors/us")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Connections_that_end_while_recording_lose_and_double_nothing()
    {
        var source = await tracker.RecordCatalogueAsync();
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();
        var recording = Task.WhenAll(ids.Select(RecordAsync));

        for (var round = 0; round < 12 && !recording.IsCompleted; round++)
        {
            await EndConnectionsAsync();
            await tracker.Public.GetAsync("/api/actors/us"); // while others are on their way
        }

        (await recording).Should().OnlyContain(status => status == HttpStatusCode.Created || status == HttpStatusCode.OK);
        foreach (var id in ids)
        {
            (await tracker.EventTypesAsync($"claim:{id}")).Should().Equal("claim-recorded");
        }

        async Task<HttpStatusCode> RecordAsync(Guid id)
        {
            while (true)
            {
                using var response = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id));
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    return response.StatusCode;
                }

                await response.ShouldBeProblemAsync(503);
            }
        }
    }

    /// <summary>As an administrator would, from another database.</summary>
    private async Task EndConnectionsAsync()
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync());
        await connection.OpenAsync();
        await using var end = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = $1", connection)
        {
            Parameters = { new() { Value = new NpgsqlConnectionStringBuilder(tracker.ConnectionString).Database } },
        };
        await end.ExecuteNonQueryAsync();
    }
}
