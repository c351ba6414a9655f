using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Signing;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>Another node in this process, over a tracker's database.</summary>
internal sealed class AnotherNode : IAsyncDisposable
{
    private readonly Server _server;

    private AnotherNode(Server server)
    {
        _server = server;
        Public = new HttpClient { BaseAddress = new Uri(server.App.Urls.First()) };
        Admin = new HttpClient { BaseAddress = Public.BaseAddress };
        Admin.DefaultRequestHeaders.Authorization = new("Bearer", Tracker.AdminKey);
    }

    public HttpClient Public { get; }

    public HttpClient Admin { get; }

    /// <param name="settings">On top of those of <see cref="SettingsOver"/>.</param>
    public static async Task<AnotherNode> StartAsync(Tracker tracker, params string[] settings)
    {
        var server = await Server.BuildAsync([.. SettingsOver(tracker), .. settings], CancellationToken.None);
        await server.App.StartAsync();
        return new(server);
    }

    /// <summary>What it takes to start a node over the same database: one of several, each of which may lead, with the key that they share.</summary>
    public static IEnumerable<string> SettingsOver(Tracker tracker) =>
    [
        "--urls=http://127.0.0.1:0", "--environment=Testing", "--Serilog:MinimumLevel:Default=Fatal", $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}",
        $"--GuaranteeTracker:BootstrapKey={Tracker.AdminKey}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org", "--GuaranteeTracker:Daemon=HotCold",
        $"--GuaranteeTracker:LedgerKey={Path.Combine(tracker.DataDirectory, LedgerKeyFile.Name)}", $"--GuaranteeTracker:DataDirectory={Path.Combine(tracker.DataDirectory, $"node-{Guid.NewGuid():N}")}",
    ];

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Admin.Dispose();
        await _server.App.StopAsync();
        await _server.DisposeAsync();
    }
}
