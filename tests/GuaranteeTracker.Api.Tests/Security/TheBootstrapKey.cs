using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class TheBootstrapKey(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task It_is_accepted_until_the_first_admin_key_is_stored_and_never_again()
    {
        await tracker.Admin.AddKeyAsync("editor");
        (await tracker.Public.ReadLogAsync(Tracker.AdminKey)).Should().Be(HttpStatusCode.OK, "an editor is no admin");

        var first = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("admin"));

        await tracker.RefusesAsync(401, "not-authenticated", () => tracker.Admin.GetAsync("/api/keys"));
        using (var admin = tracker.Client(first.Text()))
        {
            await admin.RevokeAsync(first);
        }

        (await tracker.Public.ReadLogAsync(first.Text())).Should().Be(HttpStatusCode.Unauthorized);
        (await tracker.Public.ReadLogAsync(Tracker.AdminKey)).Should().Be(HttpStatusCode.Unauthorized, "a key that was revoked was stored, too");
        await tracker.RestartAsync();
        (await tracker.Public.ReadLogAsync(Tracker.AdminKey)).Should().Be(HttpStatusCode.Unauthorized);
    }
}
