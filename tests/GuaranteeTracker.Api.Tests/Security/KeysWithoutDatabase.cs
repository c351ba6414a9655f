using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Security;

/// <summary>Nobody can tell whether a key was revoked while the database is away.</summary>
public sealed class KeysWithoutDatabase(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Nobody_is_let_in_by_one_until_the_database_is_back()
    {
        var stored = await tracker.Admin.AddKeyAsync("analyst");
        (await KnockAsync(stored)).Should().Be(400, "the key is good and the body is not");
        (await KnockAsync(Tracker.AdminKey)).Should().Be(400);

        await AllowAsync(false);
        await Eventually.TrueAsync(async () => await KnockAsync(stored) == 503 && await KnockAsync(Tracker.AdminKey) == 503, "the keys are too old");
        using (var caller = tracker.Client(stored))
        using (var refused = await caller.SendAsync(HttpMethod.Put, "/api/topics/any", "{"))
        {
            await refused.ShouldBeProblemAsync(503, "database-away");
            refused.Headers.RetryAfter.Should().NotBeNull();
            (await caller.GetAsync("/problems")).EnsureSuccessStatusCode();
        }

        (await tracker.Public.GetAsync("/problems")).EnsureSuccessStatusCode();
        (await tracker.Public.GetAsync("/health/live")).EnsureSuccessStatusCode();
        (await KnockAsync(null)).Should().Be(401, "who has no key needs no database to be told so");
        await AllowAsync(true);

        await Eventually.TrueAsync(async () => await KnockAsync(stored) == 400 && await KnockAsync(Tracker.AdminKey) == 400, "the keys can be read again");
    }

    /// <summary>Asks for what needs a role, and no database.</summary>
    private async Task<int> KnockAsync(string? key)
    {
        using var caller = tracker.Client(key);
        using var response = await caller.SendAsync(HttpMethod.Put, "/api/topics/any", "{");
        return (int)response.StatusCode;
    }

    private async Task AllowAsync(bool allow)
    {
        var name = new NpgsqlConnectionStringBuilder(tracker.ConnectionString).Database!;
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"alter database {name} with allow_connections {allow}; select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{name}' and not {allow}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
