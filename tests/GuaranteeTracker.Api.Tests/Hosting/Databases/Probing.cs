using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Databases;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>What a first connection that fails is taken for.</summary>
public sealed class Probing : DatabaseLogins
{
    private const string LooksForClient = "client_connection_check_interval=1s";

    [Fact]
    public async Task A_server_that_has_no_room_just_then_still_looks_for_its_clients()
    {
        var full = await RoleAsync("login password 'test' connection limit 0");

        (await Connections.HardenAsync(StringOf(full), default)).Should().Contain(LooksForClient);
        (await Connections.HardenAsync(Owner, default)).Should().Contain(LooksForClient);
    }

    [Theory]
    [InlineData("no_setting_of_any_server=1")]
    [InlineData("work_mem=nonsense")]
    public async Task A_server_that_refuses_a_setting_is_asked_for_less(string setting) =>
        (await Connections.HardenAsync($"{Owner};Options=-c {setting}", default)).Should().Contain(setting).And.NotContain(LooksForClient);

    [Fact]
    public async Task Who_may_not_become_the_running_role_stays_who_he_is()
    {
        var stranger = await RoleAsync("login password 'test'");

        (await Connections.StepDownAsync(StringOf(stranger), default)).Should().BeNull();
        (await Connections.StepDownAsync(StringOf(await MemberAsync()), default)).Should().Contain($"role={DatabaseRoles.Service}");
    }

    [Fact]
    public async Task A_server_that_has_no_room_is_no_reason_to_go_on_with_the_owners_powers()
    {
        var full = await RoleAsync($"login password 'test' connection limit 0 in role {DatabaseRoles.Service}");

        (await FluentActions.Awaiting(() => Connections.StepDownAsync(StringOf(full), default)).Should().ThrowAsync<StartException>())
            .WithMessage("The database cannot be used:*too many connections*");
    }
}
