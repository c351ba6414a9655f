using GuaranteeTracker.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class DatabasePasswords
{
    [Fact]
    public async Task A_configured_password_reaches_the_event_store_too()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:GuaranteeTracker", "Host=nowhere;Database=d;Username=u;Password=secret")]).Build();

        await using var database = await Database.OpenAsync(configuration, new Settings(), default);

        database.ConnectionString.Should().Contain("Password=secret");
        database.Source.ConnectionString.Should().NotContain("secret");
    }
}
