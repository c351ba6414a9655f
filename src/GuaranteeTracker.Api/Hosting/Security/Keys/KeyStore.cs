using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>The table of keys, as those see it who administer them. A row is never deleted: who could do what, and when, stays on record.</summary>
internal sealed class KeyStore(NpgsqlDataSource database, AnalystDirectory analysts)
{
    /// <summary>So many are listed at most.</summary>
    public const int Listed = 1_000;

    private const string
        Columns = $"""
            select k.id, k.analyst, a.name, k.label, k.role, k.revoked is not null, k.expires <= clock_timestamp(), k.created, k.created_by, k.expires, k.revoked, k.revoked_by, k.last_used, count(*) over ()
            from {Tables.Keys} k left join {Tables.Analysts} a on a.id = k.analyst
            """,
        FindOne = $"{Columns} where k.id = $1",
        List = $"{Columns} order by k.revoked is not null, coalesce(k.expires <= clock_timestamp(), false), k.created desc, k.id limit $1",
        Add = $"""
            insert into {Tables.Keys} (id, hash, analyst, label, role, created, created_by, expires)
            values ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7) on conflict (id) do nothing returning created, expires
            """,
        Revoke = $"update {Tables.Keys} set revoked = clock_timestamp(), revoked_by = $2 where id = $1 and revoked is null returning role, analyst";

    /// <summary>Once it writes, it goes on to the end: who asked is not waited for.</summary>
    /// <param name="by">Pseudonym; null where the command does it.</param>
    /// <returns>Null where the id is taken.</returns>
    /// <exception cref="OutcomeUnknownException">The database went away while it wrote.</exception>
    public async Task<AddedKey?> AddAsync(NewKey key, Guid? by, CancellationToken cancellation)
    {
        if (await FindAsync(key.Id, cancellation) is not null)
        {
            return null; // nor is the analyst's name kept for a key that is not made
        }

        var text = KeyText.Make();
        var analyst = await analysts.IdOfAsync(key.Analyst, cancellation);
        await using var add = Command(Add, key.Id, KeyText.Hash(text), analyst, key.Label, RoleWords.Of(key.Role), by, key.Expires);
        return await WriteAsync(add, row => new AddedKey(text, new(
            key.Id, analyst, key.Analyst, key.Label, key.Role, KeyState.InForce, row.GetDateTime(0), by, row.IsDBNull(1) ? null : row.GetDateTime(1), null, null, null)));
    }

    public async Task<StoredKey?> FindAsync(Guid id, CancellationToken cancellation) => (await ReadAsync(FindOne, id, cancellation)).Items.SingleOrDefault();

    public Task<KeyList> ListAsync(CancellationToken cancellation) => ReadAsync(List, Listed, cancellation);

    /// <returns>What it was good for; null where it was revoked before, or never there.</returns>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<RevokedKey?> RevokeAsync(Guid id, Guid? by)
    {
        await using var revoke = Command(Revoke, id, by);
        return await WriteAsync(revoke, row => new RevokedKey(RoleWords.Read(row.GetString(0)), row.GetGuid(1)));
    }

    private static async Task<T?> WriteAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read)
        where T : class
    {
        try
        {
            await using var row = await command.ExecuteReaderAsync(CancellationToken.None);
            return await row.ReadAsync(CancellationToken.None) ? read(row) : null;
        }
        catch (Exception e) when (Conflicts.IsConnectionLost(e))
        {
            throw new OutcomeUnknownException(e);
        }
    }

    private async Task<KeyList> ReadAsync(string sql, object parameter, CancellationToken cancellation)
    {
        await using var command = Command(sql, parameter);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var (keys, total) = (new List<StoredKey>(), 0L);
        while (await row.ReadAsync(cancellation))
        {
            T? Of<T>(int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);

            var state = row.GetBoolean(5) ? KeyState.Revoked : Of<bool>(6) ? KeyState.Expired : KeyState.InForce;
            keys.Add(new(
                row.GetGuid(0), row.GetGuid(1), Of<string>(2), Of<string>(3), RoleWords.Read(row.GetString(4)), state, row.GetDateTime(7),
                Of<Guid?>(8), Of<DateTime?>(9), Of<DateTime?>(10), Of<Guid?>(11), Of<DateTime?>(12)));
            total = row.GetInt64(13);
        }

        return new(keys, total);
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
