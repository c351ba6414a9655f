using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class Starting : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("gt-start-").FullName;
    private string _database = "";

    public async Task InitializeAsync() => _database = await PostgresServer.CreateDatabaseAsync(null);

    public async Task DisposeAsync()
    {
        await PostgresServer.DropDatabaseAsync(_database);
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("123456789012345")]
    public async Task A_bootstrap_key_that_is_too_short_is_told_in_a_sentence(string key) =>
        (await RefuseAsync($"--GuaranteeTracker:BootstrapKey={key}")).Should()
            .Contain("GuaranteeTracker:BootstrapKey").And.Contain("16").And.NotContain(key, "a key is in no message");

    [Fact]
    public async Task Outside_Development_the_public_address_has_to_be_set() =>
        (await RefuseAsync("--GuaranteeTracker:PublicUrl=")).Should().Contain("GuaranteeTracker:PublicUrl");

    [Theory]
    [InlineData("tracker.example.org")]
    [InlineData("/tracker")]
    [InlineData("ftp://tracker.example.org")]
    [InlineData("https://tracker.example.org/?a=b")]
    public async Task A_public_address_is_one_of_the_web(string url) =>
        (await RefuseAsync($"--GuaranteeTracker:PublicUrl={url}")).Should().Contain("GuaranteeTracker:PublicUrl");

    [Theory]
    [InlineData("PublicReading", "perhaps")]
    [InlineData("Daemon", "Sometimes")]
    [InlineData("SeedOnStart", "2")]
    public async Task A_setting_that_cannot_be_read_is_named(string setting, string value) =>
        (await RefuseAsync($"--GuaranteeTracker:{setting}={value}")).Should().Contain($"GuaranteeTracker:{setting}");

    [Fact]
    public async Task A_connection_string_that_is_none_is_named() =>
        (await RefuseAsync("--ConnectionStrings:GuaranteeTracker=nonsense")).Should().Contain("ConnectionStrings:GuaranteeTracker");

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "--environment=Development")]
    [InlineData("--urls=http://127.0.0.1:0;http://[::]:0", "--environment=Development")]
    [InlineData("--http_ports=0", "--environment=Development")]
    [InlineData("--urls=http://127.0.0.1:0", "--environment=Production")]
    public async Task A_development_key_is_made_only_where_nobody_else_can_connect(params string[] settings)
    {
        var data = Path.Combine(_root, "data");

        await using (await Server.BuildAsync([.. Settings, "--GuaranteeTracker:BootstrapKey=", $"--GuaranteeTracker:DataDirectory={data}", .. settings], default))
        {
            File.Exists(Path.Combine(data, DevelopmentKey.FileName)).Should().BeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("too short\n")]
    public async Task A_development_key_file_that_holds_no_key_is_named(string content)
    {
        var file = Path.Combine(_root, DevelopmentKey.FileName);
        await File.WriteAllTextAsync(file, content);

        (await RefuseAsync("--urls=http://127.0.0.1:0", "--environment=Development", "--GuaranteeTracker:BootstrapKey=", $"--GuaranteeTracker:DataDirectory={_root}"))
            .Should().Contain(file);
    }

    [Fact]
    public async Task Twenty_starts_at_once_make_one_development_key()
    {
        var file = Path.Combine(_root, DevelopmentKey.FileName);

        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => DevelopmentKey.EnsureAsync(file, default))));

        keys.Distinct().Should().ContainSingle();
        Directory.GetFiles(_root).Should().BeEquivalentTo(file, $"{file}.lock");
    }

    private string[] Settings =>
    [
        "--environment=Testing", "--Serilog:MinimumLevel:Default=Fatal", $"--ConnectionStrings:GuaranteeTracker={_database}",
        "--GuaranteeTracker:PublicUrl=https://tracker.example.org", "--GuaranteeTracker:SeedOnStart=false", "--GuaranteeTracker:Daemon=Disabled",
        $"--GuaranteeTracker:DataDirectory={_root}",
    ];

    /// <summary>The sentence that says what to change.</summary>
    private async Task<string> RefuseAsync(params string[] settings)
    {
        var start = () => Server.BuildAsync([.. Settings, .. settings], default);
        return (await start.Should().ThrowAsync<StartException>()).Which.Message;
    }
}
