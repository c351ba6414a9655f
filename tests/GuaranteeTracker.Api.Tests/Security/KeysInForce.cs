using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Importing;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class KeysInForce(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Where_it_was_made_and_revoked_a_key_is_in_force_at_once_and_no_longer_at_once()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader"));

        (await tracker.Public.ReadLogAsync(key.Text())).Should().Be(HttpStatusCode.OK);
        await tracker.Admin.RevokeAsync(key);
        (await tracker.Public.ReadLogAsync(key.Text())).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task On_another_node_it_is_so_five_seconds_later()
    {
        await using var other = await AnotherNode.StartAsync(tracker);
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader"));

        await BecomesAsync(other, key.Text(), HttpStatusCode.OK);
        await tracker.Admin.RevokeAsync(key);
        await BecomesAsync(other, key.Text(), HttpStatusCode.Unauthorized);

        await Eventually.StaysTrueAsync(async () => await other.Public.ReadLogAsync(key.Text()) == HttpStatusCode.Unauthorized, "it is revoked for good", TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task It_ends_when_it_expires_by_the_database_s_clock()
    {
        var end = (await tracker.NowAsync()).AddSeconds(8);
        var key = Guarded.KeyFor("reader");
        key["expires"] = end.Write();
        key = await tracker.Admin.AddKeyAsync(key);

        (await tracker.Public.ReadLogAsync(key.Text())).Should().Be(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => await tracker.Public.ReadLogAsync(key.Text()) == HttpStatusCode.Unauthorized, "it expires", TimeSpan.FromSeconds(30));

        (await tracker.NowAsync()).Should().BeOnOrAfter(end.AddSeconds(-3), "and not before, but for the time that a read takes");
        (await tracker.Admin.GetJsonAsync($"/api/keys/{key.Id()}"))["state"]!.GetValue<string>().Should().Be("expired");
    }

    [Fact]
    public async Task A_key_with_a_typo_or_without_its_end_is_told_so()
    {
        var key = await tracker.Admin.AddKeyAsync("analyst");
        foreach (var mistyped in new[] { key[..^1], key[..20], key + "0", key.Replace(key[10], key[10] == 'x' ? 'y' : 'x'), "gt_" + new string('0', 49) })
        {
            using var caller = tracker.Client(mistyped);
            var problem = await tracker.RefusesAsync(401, "mistyped-key", () => caller.PutAsync("/api/topics/any", Samples.Topic()), mistyped);
            problem.ToJsonString().Should().NotContain(mistyped);
        }

        using var stranger = tracker.Client(KeyText.Make());
        await tracker.RefusesAsync(401, "not-authenticated", () => stranger.PutAsync("/api/topics/any", Samples.Topic()));
    }

    [Fact]
    public async Task What_is_recorded_with_it_names_its_analyst_whatever_becomes_of_the_name()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("analyst", "Erin Example"));
        using var analyst = tracker.Client(key.Text());
        var (before, after) = ($"before-{Guid.NewGuid():N}", $"after-{Guid.NewGuid():N}");

        (await analyst.PutAsync($"/api/topics/{before}", Samples.Topic())).EnsureSuccessStatusCode();
        await tracker.QueryAsync<Guid>($"delete from {Tables.Analysts} where name = 'Erin Example' returning id");
        (await analyst.PutAsync($"/api/topics/{after}", Samples.Topic())).EnsureSuccessStatusCode();
        await analyst.ImportLinesAsync([$$"""{"type":"topic","id":"imported-{{after}}","title":"A","proposition":"B"}"""]);

        foreach (var topic in new[] { before, after, $"imported-{after}" })
        {
            (await tracker.EventsAsync($"topic:{topic}"))[0].RecordedBy.Should().Be(key["analyst"]!.GetValue<string>());
        }

        (await tracker.Admin.GetJsonAsync($"/api/keys/{key.Id()}"))["name"].Should().BeNull();
    }

    [Fact]
    public async Task When_it_was_used_last_is_kept_to_the_minute_behind_the_request()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader"));
        key["lastUsed"].Should().BeNull();

        await tracker.Public.ReadLogAsync(key.Text());
        await Eventually.TrueAsync(async () => await LastUsedAsync() is not null, "it was used");
        var first = await LastUsedAsync();
        await using var other = await AnotherNode.StartAsync(tracker);
        await BecomesAsync(other, key.Text(), HttpStatusCode.OK);
        await tracker.Public.ReadLogAsync(key.Text());

        await Eventually.StaysTrueAsync(async () => JsonNode.DeepEquals(await LastUsedAsync(), first), "a minute has not passed", TimeSpan.FromSeconds(1));

        async Task<JsonNode?> LastUsedAsync() => (await tracker.Admin.GetJsonAsync($"/api/keys/{key.Id()}"))["lastUsed"];
    }

    /// <summary>What was asked earlier than five seconds after may be answered as before; nothing later.</summary>
    private static Task BecomesAsync(AnotherNode node, string key, HttpStatusCode status)
    {
        var began = Stopwatch.GetTimestamp();
        return Eventually.TrueAsync(
            async () =>
            {
                var asked = Stopwatch.GetElapsedTime(began);
                var isSo = await node.Public.ReadLogAsync(key) == status;
                (isSo || asked < _soon).Should().BeTrue("{0} after {1} it is {2}", asked, _soon, status);
                return isSo;
            },
            "other nodes read keys anew");
    }
}
