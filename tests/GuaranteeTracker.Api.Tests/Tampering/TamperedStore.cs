using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Ledger;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Stored;
using GuaranteeTracker.Ledger.Notes;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Tampering;

/// <summary>A record with a bit of everything: corrections, gaps, a straggler, more leaves than a tile has, every checkpoint signed.</summary>
public sealed class TamperedStore : IAsyncLifetime, IDisposable
{
    private NoteSigner _signer = null!;

    internal Tracker Tracker { get; } = new();

    internal NoteKey Key => _signer.Key;

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        var subject = await Subject.RecordAsync(Tracker);
        await Writers.RecordAsync(subject, writers: 3, claimsEach: 70);
        await Gaps.LeaveAsync(subject, 2);
        await Gaps.FillAsync(Tracker);
        await Writers.RecordAsync(subject, writers: 2, claimsEach: 30);
        await Gaps.CoverAsync(Tracker);
        _signer = new(NoteKeys.Log, await File.ReadAllTextAsync(Path.Combine(Tracker.DataDirectory, LedgerKeyFile.Name)));
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    public void Dispose() => _signer.Dispose();

    internal async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Tracker.OwnerConnectionString);
        await connection.OpenAsync();
        await connection.RunAsync("set idle_in_transaction_session_timeout = 0"); // a busy machine may leave it idle for long
        return connection;
    }

    /// <summary>What is found after somebody did it, who takes it back afterwards.</summary>
    internal async Task<T> AfterAsync<T>(Func<Victim, Task> tamper, Random random, Func<NpgsqlConnection, Task<T>> look)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var victim = new Victim(connection, random, _signer);
        await victim.DisarmAsync();
        await tamper(victim);
        return await look(connection);
    }

    internal Task<VerifyReport> VerifyAsync(NpgsqlConnection connection, params RememberedNote[] notes) =>
        new StoreVerifier(connection, [Key], notes).RunAsync(_ => { }, CancellationToken.None);

    /// <summary>What a node keeps outside.</summary>
    internal async Task<RememberedNote[]> RememberedAsync() => [new("The first note", await SignedAsync("asc")), new("The last note", await SignedAsync("desc"))];

    private async Task<CheckpointText> SignedAsync(string order)
    {
        await using var connection = await OpenAsync();
        var note = (await connection.ListAsync($"select note from {Tables.Checkpoints} order by size {order} limit 1", row => row.GetString(0)))[0];
        return SignedCheckpoint.Read(note, [Key], out _)!.Checkpoint;
    }
}
