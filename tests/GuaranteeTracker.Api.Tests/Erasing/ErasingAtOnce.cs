using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Sources;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>Several do it at once, or somebody records meanwhile.</summary>
public sealed class ErasingAtOnce(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Of_many_who_erase_the_same_thing_on_two_nodes_one_does_and_all_are_told_the_one_fact()
    {
        var (source, _) = await tracker.RecordTextAsync();
        await using var other = await AnotherNode.StartAsync(tracker);

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? tracker.Admin : other.Admin).EraseAsync("source-text", source, $"Reason {i}.")));

        responses.Count(response => response.StatusCode == HttpStatusCode.Created).Should().Be(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.OK).Should().Be(19);
        (await Task.WhenAll(responses.Select(async response => (await response.JsonAsync()).ToJsonString()))).Distinct().Should().ContainSingle();
        (await tracker.CountErasuresAsync(source)).Should().Be(1);
    }

    [Fact]
    public async Task A_recording_that_was_decided_before_and_commits_later_does_not_bring_the_text_back()
    {
        var (source, text) = await tracker.RecordTextAsync();
        var sha256 = SourceText.HashOf(text);
        await tracker.QueryAsync<string>($"delete from {Tables.SourceTexts} where sha256 = '{sha256}' returning sha256");
        await using var connection = new NpgsqlConnection(tracker.ConnectionString);
        await connection.OpenAsync();
        await using var decided = await connection.BeginTransactionAsync();
        await RunAsync($"select {Appending.Share}");

        var erasing = tracker.Admin.EraseAsync("source-text", source);
        await Eventually.TrueAsync(async () => await tracker.QueryAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0, "it waits for those who decided before");
        await RunAsync($"insert into {Tables.SourceTexts} values ('{sha256}', 'A text.')");
        await decided.CommitAsync();

        (await erasing).StatusCode.Should().Be(HttpStatusCode.Created);
        (await tracker.KeepsAsync(text)).Should().BeFalse();

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, decided);
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Whoever_registers_while_a_text_is_erased_either_came_before_or_is_refused()
    {
        for (var round = 0; round < 10; round++)
        {
            var (source, text) = await tracker.RecordTextAsync();
            var registering = Enumerable.Range(0, 8).Select(_ => tracker.Admin.PostAsync("/api/sources", Samples.Source(text: text))).ToList();
            var erasing = tracker.Admin.EraseAsync("source-text", source);
            var registered = await Task.WhenAll(registering);
            var erasure = await Subject.MustAsync(erasing);

            (await tracker.KeepsAsync(text)).Should().BeFalse();
            registered.Select(response => response.StatusCode).Should().OnlyContain(status => status == HttpStatusCode.Created || status == HttpStatusCode.UnprocessableEntity);
            erasure["sources"]!.AsArray().Should().HaveCount(1 + registered.Count(response => response.StatusCode == HttpStatusCode.Created), "it names every source that is without its text");
        }
    }
}
