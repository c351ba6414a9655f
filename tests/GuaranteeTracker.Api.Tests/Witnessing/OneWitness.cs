using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Api.Witnessing;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Tests.Witnessing;

/// <summary>A log, and a directory of a witness of it.</summary>
public abstract class OneWitness : IAsyncLifetime
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("gt-witness-").FullName;

    private protected StubLog Log { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Log = await StubLog.StartAsync();
        Log.Grow(300);
    }

    public async Task DisposeAsync()
    {
        await Log.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private protected Task<string> LastAsync() => File.ReadAllTextAsync(Path.Combine(Folder, "last.note"));

    /// <summary>With everything read from the directory anew, as after a restart.</summary>
    private protected async Task<Look> LookAsync(NoteKey? pinned = null, string? name = null, string machine = "test/witness")
    {
        var folder = new WitnessFolder(Folder);
        using var signer = await folder.SignerAsync(name, machine, default);
        using var client = new LogClient(Log.Address, null);
        return await new Witness(client, folder, signer, pinned).LookAsync(default);
    }
}
