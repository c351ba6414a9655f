using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Ledger.Trees;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>A ledger with nothing in it, and one that an earlier version began.</summary>
public sealed class BeforeAnything(BeforeAnything.Leaderless tracker) : IClassFixture<BeforeAnything.Leaderless>
{
    [Fact]
    public async Task An_empty_ledger_says_so_and_then_one_without_tiles_gets_them_at_start()
    {
        foreach (var path in new[] { "/log/checkpoint", "/log/proof/consistency?from=0" })
        {
            await tracker.RefusesAsync(404, "nothing-recorded", () => tracker.Public.GetAsync(path), path);
        }

        await tracker.RefusesAsync(404, "not-found", () => tracker.Public.GetAsync("/log/tile/0/0"));
        await tracker.RefusesAsync(404, "unknown-event", () => tracker.Public.GetAsync("/log/proof/inclusion?event=1"));
        var claim = await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        var proof = await tracker.Public.GetJsonAsync($"/api/claims/{claim}/proof");
        (proof["size"].Number(), proof["pending"].Number(), proof["root"].Hash().Length, proof["events"]!.AsArray().Count).Should().Be((0L, 2L, 32, 0));
        proof["checkpoint"].Should().BeNull();
        await tracker.RefusesAsync(422, "not-covered", () => tracker.Public.GetAsync("/log/proof/inclusion?event=1"));

        const int size = 66_000;
        await tracker.QueryAsync<int>(
            $"""
            insert into {Tables.Leaves} (index, sequence, hash) select i, i + 1, sha256(int8send(i)) from generate_series(0, {size - 1}) i;
            insert into {Tables.Checkpoints} (size, sequence, at, root, edge) values ({size}, {size}, now(), '\x00', '\x00');
            select 1
            """);
        await MigrateAsync();

        (await tracker.TilesAsync()).Count(tile => tile.Level == 1).Should().Be(size / 256);
        var (one, two) = ((await tracker.TilesAsync()).First(tile => tile.Level == 1), (await tracker.TilesAsync()).Single(tile => tile.Level == 2));
        var leaves = await tracker.QueryAsync<byte[]>($"select string_agg(hash, '' order by index) from {Tables.Leaves} where index < 65536");
        one.Hash.Should().Be(Convert.ToHexString(TreeHash.OfComplete(leaves.AsSpan(0, 256 * 32))));
        two.Hash.Should().Be(Convert.ToHexString(TreeHash.OfComplete(leaves)));

        await tracker.TamperAsync($"delete from {Tables.Tiles} where level = 1 and index in (3, 200)");
        await MigrateAsync();
        (await tracker.TilesAsync()).Should().HaveCount(size / 256 + 1);
        await using var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        (await StoredCheckpoint.LastAsync(connection, default))!.Note.Should().BeNull("old checkpoints stay unsigned");
    }

    private Task MigrateAsync() => Migration.RunAsync(tracker.OwnerConnectionString, tracker.ConnectionString, default);

    /// <summary>Nobody makes checkpoints.</summary>
    public sealed class Leaderless : Tracker
    {
        protected override IEnumerable<string> Settings => ["--GuaranteeTracker:Daemon=Disabled"];
    }
}
