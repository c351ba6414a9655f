using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class AdministeringKeys(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_key_is_shown_once_and_told_of_ever_after()
    {
        using var response = await tracker.Admin.PostAsync("/api/keys", new JsonObject { ["analyst"] = " Jane Doe ", ["role"] = "editor", ["label"] = "laptop", ["expires"] = "2999-12-31" });
        var made = await response.JsonAsync();

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        response.Headers.Location.Should().Be($"https://tracker.example.org/api/keys/{made.Id()}");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        KeyText.IsWhole(made.Text()).Should().BeTrue();
        made.Remove("key");
        using var answer = await tracker.Admin.GetAsync($"/api/keys/{made.Id()}");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var told = await answer.JsonAsync();
        JsonNode.DeepEquals(told, made).Should().BeTrue(told.ToJsonString());
        told["name"]!.GetValue<string>().Should().Be("Jane Doe");
        told["expires"]!.GetValue<string>().Should().Be("2999-12-31T23:59:59.999999Z", "a date is the last day");
        told["state"]!.GetValue<string>().Should().Be("in-force");
        (told["label"]!.GetValue<string>(), told["role"]!.GetValue<string>()).Should().Be(("laptop", "editor"));
        var analyst = await tracker.QueryAsync<Guid>("select id from guaranteetracker.analysts where name = 'Jane Doe'");
        told["analyst"]!.GetValue<Guid>().Should().Be(analyst);
        told["createdBy"]!.GetValue<Guid>().Should().Be(await tracker.QueryAsync<Guid>("select id from guaranteetracker.analysts where name = 'bootstrap'"));
    }

    [Fact]
    public async Task Neither_a_key_nor_its_hash_is_in_any_other_answer_or_in_the_database()
    {
        var made = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader"));

        var list = await tracker.Admin.GetStringAsync("/api/keys");

        list.Should().Contain(made.Id()).And.NotContain(made.Text()).And.NotContain("hash");
        var row = await tracker.QueryAsync<string>($"select k::text from guaranteetracker.keys k where id = '{made.Id()}'");
        row.Should().NotContain(made.Text()[3..20]).And.Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(made.Text()))));
    }

    [Fact]
    public async Task Keys_in_force_are_listed_first()
    {
        var (old, revoked, young) = (await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader")), await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader")), await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader")));
        await tracker.Admin.RevokeAsync(revoked);

        var list = await tracker.Admin.GetJsonAsync("/api/keys");

        var ids = list["items"]!.AsArray().Select(key => key!["id"]!.GetValue<string>()).ToList();
        ids.Where(id => id == old.Id() || id == revoked.Id() || id == young.Id()).Should().Equal(young.Id(), old.Id(), revoked.Id());
        list["total"]!.GetValue<int>().Should().Be(ids.Count);
    }

    [Fact]
    public async Task A_key_lets_its_holder_do_what_its_role_may_and_no_more()
    {
        using var reader = tracker.Client(await tracker.Admin.AddKeyAsync("reader"));
        using var analyst = tracker.Client(await tracker.Admin.AddKeyAsync("analyst"));

        (await reader.GetAsync("/api/events")).EnsureSuccessStatusCode();
        await tracker.RefusesAsync(403, "not-allowed", () => reader.PutAsync("/api/topics/by-reader", Samples.Topic()));
        (await analyst.PutAsync("/api/topics/by-key", Samples.Topic())).EnsureSuccessStatusCode();
        await tracker.RefusesAsync(403, "not-allowed", () => analyst.GetAsync("/api/keys"));
    }

    [Fact]
    public async Task Revoked_again_a_key_stays_as_it_was()
    {
        var made = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("analyst"));

        var first = await tracker.Admin.RevokeAsync(made);
        var again = await tracker.Admin.RevokeAsync(made);

        first["state"]!.GetValue<string>().Should().Be("revoked");
        first["revokedBy"]!.GetValue<Guid>().Should().NotBeEmpty();
        JsonNode.DeepEquals(again, first).Should().BeTrue();
        await tracker.RefusesAsync(401, "not-authenticated", async () => { using var holder = tracker.Client(made.Text()); return await holder.GetAsync("/api/events"); });
    }

    [Fact]
    public async Task A_reason_is_not_needed_nor_is_a_body()
    {
        var made = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("analyst"));

        using var response = await tracker.Admin.PostAsync($"/api/keys/{made.Id()}/revocation", content: null);

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_id_of_ones_own_tells_that_a_request_arrived()
    {
        var key = Guarded.KeyFor("reader");
        key["id"] = Guid.NewGuid().ToString();
        await tracker.Admin.AddKeyAsync(key);

        key["analyst"] = "Name of a key that is not made";

        var problem = await tracker.RefusesAsync(409, "key-id-taken", () => tracker.Admin.PostAsync("/api/keys", key));

        problem["detail"]!.GetValue<string>().Should().Contain(key.Id());
        (await tracker.QueryAsync<long>("select count(*) from guaranteetracker.analysts where name = 'Name of a key that is not made'")).Should().Be(0);
    }

    [Fact]
    public async Task An_answer_with_a_key_is_kept_for_nobody() =>
        await NothingMadeAsync(400, "bad-header", () => tracker.Admin.PostAsync("/api/keys", Guarded.KeyFor("reader"), ("Idempotency-Key", "again")));

    [Fact]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var key = new JsonObject { ["id"] = "7", ["analyst"] = "Ja\u200bne", ["role"] = "none", ["label"] = "a\nb", ["expires"] = "2020-01-01" };

        var problem = await NothingMadeAsync(422, "not-acceptable", () => tracker.Admin.PostAsync("/api/keys", key));

        problem["errors"]!.AsObject().Select(error => error.Key).Should().BeEquivalentTo("/id", "/analyst", "/role", "/label", "/expires");
        problem.ErrorAt("/role").Should().Be("Send one of reader, analyst, editor, admin.");
    }

    [Theory]
    [InlineData("""{ "role": "reader" }""", 422, "required")]
    [InlineData("""{ "analyst": "Jane" }""", 422, "required")]
    [InlineData("""{ "analyst": "Jane", "role": "Reader" }""", 422, "unknown-word")]
    [InlineData("""{ "analyst": "Jane", "role": "superuser" }""", 422, "unknown-word")]
    [InlineData("""{ "analyst": "Jane", "role": "reader", "expires": "2025-02-30" }""", 422, "not-a-date")]
    [InlineData("""{ "analyst": "Jane", "role": "reader", "expires": "90d" }""", 422, "not-a-date")]
    [InlineData("""{ "analyst": "Jane", "role": "reader", "key": "gt_mine" }""", 400, "bad-json")]
    [InlineData("""{ "analyst": "Jane", "role": "reader", "role": "admin" }""", 400, "bad-json")]
    [InlineData("""{ "analyst": "Jane\u0000", "role": "reader" }""", 422, "not-unicode")]
    [InlineData("""{ "analyst": "Jane", "role": 4 }""", 400, "bad-json")]
    [InlineData("{", 400, "bad-json")]
    [InlineData("[]", 400, "bad-json")]
    public async Task What_cannot_be_a_key_is_refused(string body, int status, string code) =>
        await NothingMadeAsync(status, code, () => tracker.Admin.SendAsync(HttpMethod.Post, "/api/keys", body));

    [Fact]
    public async Task A_key_that_is_not_there_can_be_neither_read_nor_revoked()
    {
        await tracker.RefusesAsync(404, "unknown-key", () => tracker.Admin.GetAsync($"/api/keys/{Guid.NewGuid()}"));
        await tracker.RefusesAsync(404, "unknown-key", () => tracker.Admin.PostAsync($"/api/keys/{Guid.NewGuid()}/revocation", new JsonObject()));
    }

    private async Task<JsonObject> NothingMadeAsync(int status, string code, Func<Task<HttpResponseMessage>> send)
    {
        const string all = "select string_agg(id::text, ',' order by id) || '' from guaranteetracker.keys";
        await tracker.Admin.AddKeyAsync("reader");
        var before = await tracker.QueryAsync<string>(all);
        var problem = await tracker.RefusesAsync(status, code, send);
        (await tracker.QueryAsync<string>(all)).Should().Be(before);
        return problem;
    }
}
