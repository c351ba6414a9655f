using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>The database goes away in the midst of an import.</summary>
public sealed class LostDatabase(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task The_last_line_says_so_and_sending_all_again_completes_it()
    {
        var source = await tracker.RecordCatalogueAsync();
        var lines = Lines.Claims(source, 3_000);
        var before = await tracker.EventsAsync();
        await using (var import = await OpenImport.BeginAsync(tracker))
        {
            await import.SendAsync(lines.Take(1_500));
            await import.NextAsync();
            await AllowAsync(false);
            await import.SendAsync(lines.Skip(1_500));
            await import.EndAsync();

            var last = (await import.RestAsync())[^1];

            await AllowAsync(true);
            last["result"]!.GetValue<string>().Should().Be("stopped");
            last["problem"]!["status"]!.GetValue<int>().Should().Be(503);
            (await tracker.EventsAsync() - before).Should().BeGreaterThanOrEqualTo(last["recorded"]!.GetValue<int>(), "what is told is on record").And.BeLessThan(lines.Count);
        }

        var (results, finished) = await tracker.Admin.ImportLinesAsync(lines);

        results.Should().OnlyContain(result => result["problem"] == null);
        finished["result"]!.GetValue<string>().Should().Be("finished");
        (await tracker.EventsAsync()).Should().Be(before + lines.Count);
    }

    [Fact]
    public async Task Connections_that_end_again_and_again_lose_and_double_nothing()
    {
        var source = await tracker.RecordCatalogueAsync();
        var (lines, before) = (Lines.Claims(source, 2_000), await tracker.EventsAsync());
        for (var (ended, isWhole) = (0, false); !isWhole; ended++)
        {
            var importing = tracker.Admin.PostLinesAsync(lines);
            while (ended < 4 && !importing.IsCompleted)
            {
                await EndConnectionsAsync();
                await Task.WhenAny(importing, tracker.Public.GetAsync("/api/actors/us"));
            }

            using var answer = await importing;
            ((int)answer.StatusCode).Should().BeOneOf([200, 503], "an import that met a connection's end before its first line says so");
            isWhole = answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n')[^1].Contains("\"finished\"", StringComparison.Ordinal);
        }

        (await tracker.EventsAsync()).Should().Be(before + lines.Count);
    }

    private async Task AllowAsync(bool allow)
    {
        await ExecuteAsync($"alter database {Name} with allow_connections {allow}");
        if (!allow)
        {
            await EndConnectionsAsync();
        }
    }

    private string Name => new NpgsqlConnectionStringBuilder(tracker.ConnectionString).Database!;

    private Task EndConnectionsAsync() => ExecuteAsync($"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{Name}'");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
