using GuaranteeTracker.Api.Reading.Records;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>
/// The keys in force: those of the settings, and the stored ones as they were read lately. What is older than <see cref="_oldest"/> lets nobody in,
/// so that a key that was revoked on any node is in force nowhere after that, and none is while the database is away.
/// </summary>
internal sealed class KeyRing
{
    private static readonly TimeSpan
        _fresh = TimeSpan.FromSeconds(2),
        _freshForUnknown = TimeSpan.FromMilliseconds(200), // a new key works on every node soon, and guesses do not become queries
        _oldest = TimeSpan.FromSeconds(5),
        _patience = TimeSpan.FromSeconds(3);

    private readonly SettingsKeys _settings;
    private readonly TimeProvider _clock;
    private readonly SharedRead<KeysInForce> _reads;
    private volatile KeysInForce? _kept;
    private long _forgotten;

    public KeyRing(SettingsKeys settings, NpgsqlDataSource database, TimeProvider clock)
    {
        (_settings, _clock, _forgotten) = (settings, clock, long.MinValue);
        _reads = new(async () => _kept = await KeysInForce.ReadAsync(database, clock));
    }

    /// <summary>A key that no table holds.</summary>
    public void Add(string key, KeyHolder holder) => _settings.Add(key, holder);

    /// <summary>Null for a key that is not in force.</summary>
    /// <exception cref="KeysAwayException">The database is away, so that nobody knows.</exception>
    public async Task<KeyHolder?> FindAsync(string text, CancellationToken cancellation)
    {
        var hash = KeyText.Hash(text);
        if (_settings.Find(hash) is { } known)
        {
            return known.UntilFirstAdmin && (await CurrentAsync(_fresh, cancellation)).HadAdmin ? null : known.Holder;
        }

        if (!KeyText.IsWhole(text))
        {
            return null;
        }

        return Find(await CurrentAsync(_fresh, cancellation), hash) ?? Find(await CurrentAsync(_freshForUnknown, cancellation), hash);
    }

    /// <summary>
    /// Whether it is a key that nobody can guess, and in force as far as is known anyway. Whoever asks, and however often, that is one read in <see cref="_fresh"/>;
    /// a key that was made elsewhere since is not known yet.
    /// </summary>
    public async Task<bool> KnowsAsync(string text, CancellationToken cancellation)
    {
        try
        {
            return KeyText.IsWhole(text) && KeyText.Hash(text) is var hash && (_settings.Find(hash) is not null || Find(await CurrentAsync(_fresh, cancellation), hash) is not null);
        }
        catch (KeysAwayException)
        {
            return false; // nobody is let in by one now
        }
    }

    /// <summary>Whatever was read before this is not looked at again: keys were changed here.</summary>
    public void Forget() => Volatile.Write(ref _forgotten, _clock.GetTimestamp());

    private KeyHolder? Find(KeysInForce keys, byte[] hash) => keys.Find(hash, _clock.GetElapsedTime(keys.Asked));

    /// <param name="age">Keys that were read longer ago are read anew; where that fails, they are borne with up to <see cref="_oldest"/>.</param>
    private async ValueTask<KeysInForce> CurrentAsync(TimeSpan age, CancellationToken cancellation)
    {
        if (_kept is { } kept && IsWithin(kept, age))
        {
            return kept;
        }

        try
        {
            return await _reads.AskAsync(CancellationToken.None).WaitAsync(_patience, _clock, cancellation);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return _kept is { } old && IsWithin(old, _oldest) ? old : throw new KeysAwayException(e);
        }
    }

    private bool IsWithin(KeysInForce keys, TimeSpan age) => keys.Asked > Volatile.Read(ref _forgotten) && _clock.GetElapsedTime(keys.Asked) <= age;
}

/// <summary>Whether a key is in force cannot be told now.</summary>
internal sealed class KeysAwayException(Exception why) : Exception("The keys cannot be read.", why);
