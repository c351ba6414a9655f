using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording.Saving;

namespace GuaranteeTracker.Api.Tests.Security;

/// <summary>The database has written, and its reply is lost on the way.</summary>
public sealed class LostKeys(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Of_a_key_whose_reply_is_lost_nobody_is_told_that_nothing_was_made()
    {
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await AnotherNode.StartAsync(tracker, $"--ConnectionStrings:GuaranteeTracker={proxy.ConnectionString}", "--GuaranteeTracker:Daemon=Disabled");
        var key = Guarded.KeyFor("reader");
        key["id"] = $"{Guid.NewGuid()}";
        await node.Admin.AddKeyAsync("reader");
        proxy.Lose(statement: $"insert into {Tables.Keys}");

        var lost = await node.Admin.PostAsync("/api/keys", key).OutcomeAsync();

        lost.Should().Be((503, "outcome-unknown"));
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Keys} where id = '{key.Id()}'")).Should().Be(1, "its reply was lost, not the key");
        proxy.Mend();
        (await node.Admin.PostAsync("/api/keys", key).OutcomeAsync()).Should().Be((409, "key-id-taken"));
    }

    [Fact]
    public async Task A_revocation_whose_reply_is_lost_is_settled_by_the_next()
    {
        await using var proxy = LossyProxy.To(tracker.ConnectionString);
        await using var node = await AnotherNode.StartAsync(tracker, $"--ConnectionStrings:GuaranteeTracker={proxy.ConnectionString}", "--GuaranteeTracker:Daemon=Disabled");
        var key = await node.Admin.AddKeyAsync(Guarded.KeyFor("reader"));
        proxy.Lose(statement: $"update {Tables.Keys} set revoked");

        var lost = await node.Admin.PostAsync($"/api/keys/{key.Id()}/revocation", new JsonObject()).OutcomeAsync();

        lost.Should().Be((503, "outcome-unknown"));
        proxy.Mend();
        (await node.Admin.RevokeAsync(key))["state"]!.GetValue<string>().Should().Be("revoked");
    }
}
