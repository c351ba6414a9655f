using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting.Security.Keys;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class KeysByCommand(Tracker tracker) : IClassFixture<Tracker>
{
    private string Database => $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}";

    private string[] Service => ["--url", $"{tracker.Public.BaseAddress}", "--key", Tracker.AdminKey];

    [Fact]
    public async Task In_this_installation_a_key_is_made_listed_and_revoked()
    {
        var add = await CommandRun.OfAsync("keys", "add", "Jane Doe", "--role", "reader", "--label", "laptop", "--expires", "90d", Database);
        add.ExitCode.Should().Be(0, add.Errors);
        var key = add.Output.TrimEnd('\n');
        KeyText.IsWhole(key).Should().BeTrue("nothing but the key is on standard output: {0}", add.Output);
        add.Errors.Should().Contain("Jane Doe").And.NotContain(key);
        await Eventually.TrueAsync(async () => await tracker.Public.ReadLogAsync(key) == HttpStatusCode.OK, "the service reads keys anew");

        var list = await CommandRun.OfAsync("keys", "list", Database);
        list.Output.Should().Contain("Jane Doe  laptop").And.Contain("in force").And.NotContain(key[3..20]);
        var listed = JsonNode.Parse((await CommandRun.OfAsync("keys", "list", "--json", Database)).Output)!["items"]!.AsArray().Single(item => item!["name"]!.GetValue<string>() == "Jane Doe")!;
        listed["createdBy"].Should().BeNull();
        listed["expires"]!.GetValue<DateTime>().Should().BeCloseTo(DateTime.UtcNow.AddDays(90), TimeSpan.FromMinutes(10));

        var revoke = await CommandRun.OfAsync("keys", "revoke", listed["id"]!.GetValue<string>(), Database);
        revoke.Output.Should().Contain("revoked");
        await Eventually.TrueAsync(async () => await tracker.Public.ReadLogAsync(key) == HttpStatusCode.Unauthorized, "the service reads keys anew");
    }

    [Fact]
    public async Task At_a_service_an_administrator_does_the_same()
    {
        var add = await CommandRun.OfAsync(["keys", "add", "John Doe", "--role", "analyst", "--json", .. Service]);
        add.ExitCode.Should().Be(0, add.Errors);
        var made = JsonNode.Parse(add.Output)!.AsObject();
        (await tracker.Public.ReadLogAsync(made.Text())).Should().Be(HttpStatusCode.OK);

        var list = await CommandRun.OfAsync(["keys", "list", .. Service]);
        list.Output.Should().Contain($"{made.Id()}  analyst  John Doe");

        var revoke = await CommandRun.OfAsync(["keys", "revoke", made.Id(), "--json", .. Service]);
        JsonNode.Parse(revoke.Output)!["state"]!.GetValue<string>().Should().Be("revoked");
        (await tracker.Public.ReadLogAsync(made.Text())).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Send one of reader, analyst, editor, admin.", "keys", "add", "Jane", "--role", "boss")]
    [InlineData("There is no option --rule", "keys", "add", "Jane", "--role", "reader", "--rule", "x")]
    [InlineData("over already", "keys", "add", "Jane", "--role", "reader", "--expires", "2020-01-01")]
    [InlineData("There is no key 3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f on record", "keys", "revoke", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    public async Task A_slip_is_explained_without_a_stack(string because, params string[] arguments)
    {
        var run = await CommandRun.OfAsync([.. arguments, Database]);

        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain(because).And.NotContain("   at ");
    }
}
