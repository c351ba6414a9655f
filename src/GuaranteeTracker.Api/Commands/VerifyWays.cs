using System.Data;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Exported;
using GuaranteeTracker.Api.Verifying.Proven;
using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Api.Verifying.Stored;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Proofs;

namespace GuaranteeTracker.Api.Commands;

/// <summary>What <c>verify</c> does, by where it looks. Each tells whether all was as it should be, and says it.</summary>
internal static class VerifyWays
{
    public static async Task<(bool IsSound, string Told)> StoredAsync(VerifyOptions options, string[] settings, CancellationToken cancellation)
    {
        var (configuration, chosen) = LocalStore.Configure(settings);
        await using var database = await Database.OpenToLookAsync(configuration, chosen, cancellation);
        var keys = await OwnKeysAsync(options, chosen, database.DataDirectory, cancellation);
        List<RememberedNote> notes = [.. await NotesAsync(options, keys, cancellation), .. await OwnKeys.NotesAsync(database.DataDirectory, keys, cancellation)];
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation); // others may go on writing
        await connection.ExecuteAsync("set local idle_in_transaction_session_timeout = 0", cancellation); // it locks nothing, and a busy machine may leave it idle for long
        var verifier = new StoreVerifier(connection, keys, notes);
        var total = options.IsJson ? 1 : await verifier.LeavesAsync(cancellation);
        var report = await WithBarAsync(options, done => (double)done / Math.Max(1, total), progress => verifier.RunAsync(progress, cancellation));
        return (report.IsSound, VerifyWords.Tell(report, options.IsJson));
    }

    public static async Task<(bool IsSound, string Told)> ServedAsync(VerifyOptions options, CancellationToken cancellation)
    {
        using var log = new LogClient(options.Url!, await CommandParts.KeyAsync(options.Key, cancellation));
        var state = new VerifyState(options.State);
        var key = await state.KeyAsync(options.KeyOfLog is null ? null : await KeysGiven.ReadAsync(options.KeyOfLog, cancellation), log, cancellation);
        List<RememberedNote> notes = [.. await NotesAsync(options, [key], cancellation), .. await state.NotesAsync(key, cancellation)];
        var verifier = new ServedVerifier(log, key, notes);
        var withEvents = options.Key is not null;
        var report = await WithBarAsync(options, done => done / ((withEvents ? 2.0 : 1.0) * Math.Max(1, verifier.Last?.Checkpoint.Size ?? 1)), progress => verifier.RunAsync(withEvents, progress, cancellation));
        if (report.IsSound)
        {
            await state.KeepAsync(verifier.Last!.Note, cancellation);
        }

        return (report.IsSound, VerifyWords.Tell(report, options.IsJson));
    }

    public static async Task<(bool IsSound, string Told)> ExportedAsync(VerifyOptions options, string[] settings, CancellationToken cancellation)
    {
        var keys = await GivenKeysAsync(options, settings, cancellation);
        await using var file = new FileStream(options.Export!, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        var verifier = new ExportVerifier(keys, await NotesAsync(options, keys, cancellation));
        var report = await WithBarAsync(options, _ => (double)file.Position / Math.Max(1, file.Length), progress => verifier.RunAsync(file, progress, cancellation));
        return (report.IsSound, VerifyWords.Tell(report, options.IsJson));
    }

    public static async Task<(bool IsSound, string Told)> ProvenAsync(VerifyOptions options, string[] settings, CancellationToken cancellation)
    {
        var keys = await GivenKeysAsync(options, settings, cancellation);
        try
        {
            var proof = ClaimProof.Parse(await File.ReadAllTextAsync(options.Proof!, cancellation));
            var faults = proof.Faults(keys).Select(fault => Place(fault.Event, fault.What)).ToList();
            return (faults.Count == 0, options.IsJson
                ? JsonSerializer.Serialize(new { proof.Claim, proof.Size, Root = Convert.ToBase64String(proof.Root), Events = proof.Events.Count, Leaves = proof.Events.Count(e => e.Leaf is not null), proof.Pending, Faults = faults }, Json.Options)
                : string.Join('\n', faults.Count > 0 ? faults.Select(fault => fault.ToString()) : ProofWords.Tell(proof)));
        }
        catch (FormatException e)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }

    /// <summary>Where nothing but the service says what an event is, only its leaf is told.</summary>
    private static Fault Place(ProvenEvent? e, string what) => e is { Leaf: not null } ? new(what, e.Id, e.Stream, e.Version, e.Sequence, e.Index) : new(what, Leaf: e?.Index);

    private static async Task<IReadOnlyList<NoteKey>> GivenKeysAsync(VerifyOptions options, string[] settings, CancellationToken cancellation)
    {
        var (_, chosen) = LocalStore.Configure(settings);
        var keys = await OwnKeysAsync(options, chosen, Hosting.LocalPostgres.DataFolder.Locate(chosen.DataDirectory), cancellation);
        return keys.Count > 0 ? keys : throw new UnusableInputException("There is no key to check the signature with: give --key-of-log.");
    }

    private static async Task<IReadOnlyList<NoteKey>> OwnKeysAsync(VerifyOptions options, Settings settings, string dataDirectory, CancellationToken cancellation) =>
        options.KeyOfLog is { } given ? [await KeysGiven.ReadAsync(given, cancellation)] : await OwnKeys.ReadAsync(settings, dataDirectory, cancellation);

    private static async Task<IReadOnlyList<RememberedNote>> NotesAsync(VerifyOptions options, IReadOnlyList<NoteKey> keys, CancellationToken cancellation)
    {
        var notes = new List<RememberedNote>();
        foreach (var file in options.Since)
        {
            notes.Add(await KeysGiven.NoteAsync(file, keys, cancellation));
        }

        return notes;
    }

    /// <param name="share">How far it is, from 0 to 1, by how many are done.</param>
    private static Task<VerifyReport> WithBarAsync(VerifyOptions options, Func<long, double> share, Func<Action<long>, Task<VerifyReport>> run)
    {
        var done = 0L;
        return options.IsJson ? run(_ => { }) : CommandParts.WithBarAsync(
            "Verifying", () => Look(Volatile.Read(ref done)), () => Task.Run(() => run(count => Volatile.Write(ref done, count))));

        (double, long) Look(long count) => (Math.Min(1, share(count)), count);
    }
}
