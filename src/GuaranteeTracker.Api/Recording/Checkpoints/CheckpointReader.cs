using Npgsql;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>A moment of the record.</summary>
internal sealed record Checkpoint(long Sequence, DateTime At);

/// <summary>Reads checkpoints and turns a caller's K into one, or says that it is not settled yet.</summary>
internal sealed class CheckpointReader(NpgsqlDataSource database)
{
    /// <summary>How long a K that is not settled yet is waited for.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2), _pause = TimeSpan.FromMilliseconds(50);

    private const string
        LastCheckpoint = $"select sequence, at from {Tables.Checkpoints} order by sequence desc limit 1",
        LastAtOrBefore = $"select sequence, at from {Tables.Checkpoints} where at <= $1 order by at desc limit 1",
        FirstCovering = $"select sequence, at from {Tables.Checkpoints} where sequence >= $1 order by sequence limit 1",
        DatabaseNow = "select clock_timestamp()",
        HorizonNow = $"select at from {Tables.Horizon} where id = 1",
        RaiseHorizon =
            $"""
            update {Tables.Horizon} set at = greatest(at, clock_timestamp())
            where id = 1 and not exists (
              select from {Tables.Events}
              where seq_id > (select coalesce(max(sequence), 0) from {Tables.Checkpoints}) and type <> 'tombstone')
            """;

    public Task<Checkpoint?> LastAsync(CancellationToken cancellation) => FindAsync(LastCheckpoint, null, cancellation);

    /// <summary>The first checkpoint that holds this sequence number; null when none does yet, or for 0.</summary>
    public async Task<Checkpoint?> FirstCoveringAsync(long sequence, CancellationToken cancellation) =>
        sequence == 0 ? null : await FindAsync(FirstCovering, sequence, cancellation);

    /// <summary>The pinned K; null when it cannot be settled within two seconds, so that no answer can ever change.</summary>
    public async Task<Known?> SettleAsync(KnownAt known, CancellationToken cancellation)
    {
        switch (known)
        {
            case KnownAt.Instant instant:
                if (!await WaitAsync(() => IsPastAsync(instant.At, cancellation), await RemainingAsync(instant.At, cancellation), cancellation))
                {
                    return null;
                }

                var last = await FindAsync(LastAtOrBefore, instant.At, cancellation);
                return last is null ? new Known(0, null, 0) : new Known(last.Sequence, last.At, 0);

            case KnownAt.Sequence { Number: 0 }:
                return new Known(0, null, 0);

            case KnownAt.Sequence { Number: var number }:
                Checkpoint? covering = null;
                await WaitAsync(async () => (covering = await FindAsync(FirstCovering, number, cancellation)) is not null, _patience, cancellation);
                return covering is null ? null : new Known(number, covering.At, 0);

            default:
                throw new NotSupportedException($"{known.GetType().Name} is no way to write K.");
        }
    }

    /// <summary>No waiting for a moment that is further ahead than the patience allows.</summary>
    private async Task<TimeSpan> RemainingAsync(DateTime instant, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(DatabaseNow);
        var now = (DateTime)(await command.ExecuteScalarAsync(cancellation))!;
        return instant - now > _patience ? TimeSpan.Zero : _patience;
    }

    /// <summary>
    /// True once no later checkpoint can have a time at or before <paramref name="instant"/>. The horizon only moves while
    /// every committed event is covered: until then the leader still owes a checkpoint.
    /// </summary>
    private async Task<bool> IsPastAsync(DateTime instant, CancellationToken cancellation)
    {
        if (await ReadAsync() >= instant)
        {
            return true;
        }

        await using var raise = database.CreateCommand(RaiseHorizon);
        await raise.ExecuteNonQueryAsync(cancellation);
        return await ReadAsync() >= instant;

        async Task<DateTime> ReadAsync()
        {
            await using var read = database.CreateCommand(HorizonNow);
            return (DateTime)(await read.ExecuteScalarAsync(cancellation))!;
        }
    }

    private static async Task<bool> WaitAsync(Func<Task<bool>> settled, TimeSpan patience, CancellationToken cancellation)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await settled())
        {
            if (TimeProvider.System.GetElapsedTime(deadline) >= patience)
            {
                return false;
            }

            await Task.Delay(_pause, cancellation);
        }

        return true;
    }

    private async Task<Checkpoint?> FindAsync(string sql, object? argument, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        if (argument is not null)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new Checkpoint(reader.GetInt64(0), reader.GetDateTime(1)) : null;
    }
}
