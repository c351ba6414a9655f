using System.Runtime.Versioning;
using GuaranteeTracker.Api.Hosting.LocalPostgres;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>One cluster made for all tests that need not make their own; to copy it takes a tenth of the time.</summary>
[UnsupportedOSPlatform("windows")]
[CollectionDefinition(Collection)]
public sealed class MadeCluster : IAsyncLifetime, ICollectionFixture<MadeCluster>
{
    public const string Collection = "Local PostgreSQL";

    private readonly string _root = Directory.CreateTempSubdirectory("gt-made-").FullName;

    public async Task InitializeAsync()
    {
        Open(_root);
        var programs = await ProgramsAsync();
        await Cluster.EnsureAsync(await DataFolder.PrepareAsync(_root, programs, default), programs, default);
    }

    public async Task CopyToAsync(string root) =>
        (await ChildProcess.RunAsync("cp", ["-a", $"{_root}/.", root], "/", null, default)).Succeeded.Should().BeTrue();

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    internal static async Task<PostgresPrograms> ProgramsAsync() =>
        await PostgresPrograms.FindAsync(null, await UnprivilegedUser.WhereNeededAsync(default), default);

    /// <summary>Lets the user pass who runs PostgreSQL for root.</summary>
    internal static void Open(string folder) =>
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
}
