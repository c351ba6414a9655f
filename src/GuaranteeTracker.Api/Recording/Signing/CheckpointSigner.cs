using System.Globalization;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Ledger.Notes;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Signing;

/// <summary>Signs checkpoints, and none on top of a ledger that another key signed, that is older than what this node signed, or that says another tree.</summary>
internal sealed class CheckpointSigner(LedgerKeys keys, KeptNote kept, ILogger<CheckpointSigner> log)
{
    private const string
        RootAt = $"select root from {Tables.Checkpoints} where size = $1",
        FirstNote = $"select note from {Tables.Checkpoints} where note is not null order by size limit 1",
        SeeDocs = "No checkpoint is signed on top of it; see docs/operations.md, Signed checkpoints.";

    private volatile Signed? _last;
    private volatile string? _alarm, _unkept, _first;
    private volatile bool _hasFirst;

    /// <summary>Whether somebody has to look into something that the log has told.</summary>
    public bool HasAlarm => _alarm is not null || _unkept is not null;

    /// <summary>Looks whether it may go on after the last checkpoint: quickly where that is the one it signed itself.</summary>
    /// <param name="connection">In a transaction in which no other leader can come in between.</param>
    /// <param name="last">Null where there is none.</param>
    /// <exception cref="LedgerAlarmException">It may not. That is logged, once.</exception>
    public async Task CheckAsync(NpgsqlConnection connection, StoredCheckpoint? last, CancellationToken cancellation)
    {
        if (last is null || _last is not { } mine || last.Note != mine.Note || !last.IsToldBy(mine.Text))
        {
            await CheckAsync(connection, last, await ReadKeptAsync(cancellation), cancellation);
        }

        _alarm = null;
    }

    /// <summary>The same where a leader may be at work.</summary>
    /// <exception cref="LedgerAlarmException">It may not. That is logged, once.</exception>
    public async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var note = await ReadKeptAsync(cancellation); // first: meanwhile the database can but get ahead of it
        await CheckAsync(connection, await StoredCheckpoint.LastAsync(connection, cancellation), note, cancellation);
        _alarm = null;
    }

    public StoredCheckpoint Sign(StoredCheckpoint checkpoint)
    {
        var text = new CheckpointText(keys.Current.Name, checkpoint.Size, checkpoint.Root, checkpoint.Sequence, checkpoint.At);
        return checkpoint with { Note = keys.Signer.Sign(text.ToString()).ToString() };
    }

    /// <summary>Remembers what is committed now. The file may fall behind the database, never the other way round.</summary>
    public async Task KeepAsync(StoredCheckpoint signed)
    {
        _last = new(signed.Note!, new(keys.Current.Name, signed.Size, signed.Root, signed.Sequence, signed.At));
        await KeepAsync(_hasFirst ? null : _first ?? signed.Note, signed.Note);
    }

    private async Task KeepAsync(string? first, string? last)
    {
        try
        {
            if (first is not null)
            {
                await kept.WriteFirstAsync(first);
                _hasFirst = true;
            }

            if (last is not null)
            {
                await kept.WriteAsync(last);
                _unkept = null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_unkept != e.Message)
            {
                log.LogError(e, "What was signed cannot be kept in {Path}: until it can, a database that is set back may go unnoticed here.", kept.Path);
            }

            _unkept = e.Message;
        }
    }

    private async Task CheckAsync(NpgsqlConnection connection, StoredCheckpoint? last, string? note, CancellationToken cancellation)
    {
        if (last?.Note is { } given && keys.Read(given, out var because) is null && kept.Yields)
        {
            log.LogWarning("The last checkpoint in the database, of size {Size}, has a note that this node does not accept. {Because} In Development it goes on with its own key.", last.Size, because);
        }
        else if (Refuse(last) is { } wrong)
        {
            throw Raise(wrong);
        }

        if (note is not null && await RefuseAgainstAsync(note, connection, last, cancellation) is { } set)
        {
            if (!kept.Yields)
            {
                throw Raise(set);
            }

            log.LogWarning("{Found} In Development it is taken for another database, and the note is put aside, as {Aside}.", set, kept.PutAside());
        }

        await KeepFirstAsync(connection, cancellation);
    }

    /// <summary>Where an earlier version kept none, what the database says now is believed.</summary>
    private async Task KeepFirstAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        _hasFirst = kept.HasFirst;
        await using var command = new NpgsqlCommand(FirstNote, connection);
        _first = !_hasFirst && await command.ExecuteScalarAsync(cancellation) is string first && keys.Read(first, out _) is not null ? first : null;
        await KeepAsync(_first, null);
    }

    private async Task<string?> ReadKeptAsync(CancellationToken cancellation)
    {
        try
        {
            return await kept.ReadAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Raise($"{kept.Path}, in which this node keeps the last checkpoint that it signed, cannot be read. {e.Message}");
        }
    }

    private string? Refuse(StoredCheckpoint? last)
    {
        if (last?.Note is not { } note)
        {
            return last is not null && _last is { } mine ? RefuseUnsigned(last, mine.Text.Size) : null; // an earlier version does not sign
        }

        var text = keys.Read(note, out var because);
        return text is null ? Invariant($"The last checkpoint in the database, of size {last.Size}, has a note that this node does not accept. {because}")
            : last.IsToldBy(text) ? null
            : Invariant($"The last checkpoint in the database, of size {last.Size}, is not what its signed note says: somebody changed the row.");
    }

    private async Task<string?> RefuseAgainstAsync(string note, NpgsqlConnection connection, StoredCheckpoint? last, CancellationToken cancellation)
    {
        if (keys.Read(note, out var because) is not { } mine)
        {
            return $"{kept.Path} does not hold a checkpoint of this log. {because}";
        }

        if (mine.Size > (last?.Size ?? 0))
        {
            return Invariant($"The database ends with a checkpoint of size {last?.Size ?? 0}, and this node has signed one of size {mine.Size}, which it keeps in {kept.Path}: an old backup was restored, events were taken away, or it is another database than before.");
        }

        if (last is { Note: null })
        {
            return RefuseUnsigned(last, mine.Size);
        }

        await using var command = new NpgsqlCommand(RootAt, connection);
        command.Parameters.Add(new() { Value = mine.Size });
        return await command.ExecuteScalarAsync(cancellation) is byte[] root && mine.Root.Span.SequenceEqual(root)
            ? null
            : Invariant($"The checkpoint of size {mine.Size} in the database is not the one that this node has signed, which it keeps in {kept.Path}: the tree was written anew, or it is another database than before.");
    }

    private static string RefuseUnsigned(StoredCheckpoint last, long signed) =>
        Invariant($"The last checkpoint in the database, of size {last.Size}, has no note, and this node has signed one of size {signed}: its note was taken away, or an earlier version, which does not sign, has gone on.");

    private LedgerAlarmException Raise(string because)
    {
        var message = $"{because} {SeeDocs}";
        if (_alarm != message)
        {
            log.LogError("{Alarm}", message);
        }

        _alarm = message;
        return new(message);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Signed(string Note, CheckpointText Text);
}
