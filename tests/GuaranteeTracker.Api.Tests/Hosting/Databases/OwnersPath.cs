using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Hosting.Databases;

/// <summary>What others can put into a schema that everybody looks in does not run with the owner's powers.</summary>
public sealed class OwnersPath : DatabaseLogins
{
    private const string Trap = " returns text language plpgsql as $$ begin raise exception 'a trap of somebody else''s'; end $$";

    [Fact]
    public async Task Functions_that_are_named_like_PostgreSQLs_own_are_passed_over()
    {
        await RunAsync($"create function public.format(text, name, name){Trap}; create function public.format(text, regrole){Trap}");

        (await Migration.RunAsync(Owner, null, default)).Changed.Should().BeEmpty();
        var rebuilt = await CommandRun.OfAsync("rebuild", $"--ConnectionStrings:GuaranteeTrackerOwner={Owner}");

        rebuilt.Errors.Should().NotContain("trap");
        rebuilt.ExitCode.Should().Be(0);
    }
}
