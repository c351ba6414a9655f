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
            values ($1, $2, $3, $4, $5, clock_timestamp(), $6, $7) on conflict (id) do nothing
            """,
        Revoke = $"update {Tables.Keys} set revoked = clock_timestamp(), revoked_by = $2 where id = $1 and revoked is null";

    /// <param name="by">Pseudonym; null where the command does it.</param>
    /// <returns>Null where the id is taken.</returns>
    public async Task<AddedKey?> AddAsync(NewKey key, Guid? by, CancellationToken cancellation)
    {
        var text = KeyText.Make();
        var analyst = await analysts.IdOfAsync(key.Analyst, cancellation);
        await using var add = Command(Add, key.Id, KeyText.Hash(text), analyst, key.Label, RoleWords.Of(key.Role), by, key.Expires);
        return await add.ExecuteNonQueryAsync(cancellation) == 1 ? new(text, analyst) : null;
    }

    public async Task<StoredKey?> FindAsync(Guid id, CancellationToken cancellation) => (await ReadAsync(FindOne, id, cancellation)).Items.SingleOrDefault();

    public Task<KeyList> ListAsync(CancellationToken cancellation) => ReadAsync(List, Listed, cancellation);

    /// <returns>Whether it was not revoked before.</returns>
    /// <inheritdoc cref="AddAsync"/>
    public async Task<bool> RevokeAsync(Guid id, Guid? by, CancellationToken cancellation)
    {
        await using var revoke = Command(Revoke, id, by);
        return await revoke.ExecuteNonQueryAsync(cancellation) == 1;
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
