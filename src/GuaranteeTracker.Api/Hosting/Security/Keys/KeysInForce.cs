using System.Data;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Security.Keys;

/// <summary>The stored keys that were in force at one moment.</summary>
/// <param name="Asked">When the database was asked, by <see cref="TimeProvider.GetTimestamp"/>: whatever was committed before is in here.</param>
/// <param name="HadAdmin">Whether a key with the role admin was ever stored, whatever became of it.</param>
internal sealed record KeysInForce(long Asked, IReadOnlyDictionary<string, KeyInForce> ByHash, bool HadAdmin)
{
    private const string
        InForce = $"""
            select hash, id, analyst, role, extract(epoch from expires - clock_timestamp())::float8 from {Tables.Keys}
            where revoked is null and (expires is null or expires > clock_timestamp())
            """,
        AnyAdmin = $"select exists(select from {Tables.Keys} where role = 'admin')";

    private static readonly TimeSpan _longestRead = TimeSpan.FromSeconds(5);

    /// <summary>Null for a key that is not in force.</summary>
    public KeyHolder? Find(byte[] hash, TimeSpan age) =>
        ByHash.TryGetValue(Convert.ToHexStringLower(hash), out var key) && !(key.Left <= age) ? key.Holder : null;

    public static async Task<KeysInForce> ReadAsync(NpgsqlDataSource database, TimeProvider clock)
    {
        var asked = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(_longestRead, clock);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(InForce));
        batch.BatchCommands.Add(new(AnyAdmin));
        await using var row = await batch.ExecuteReaderAsync(CommandBehavior.Default, patience.Token);
        var keys = new Dictionary<string, KeyInForce>(StringComparer.Ordinal);
        while (await row.ReadAsync(patience.Token))
        {
            var holder = new KeyHolder(null, RoleWords.Read(row.GetString(3))) { Key = row.GetGuid(1), Analyst = row.GetGuid(2) };
            keys.Add(Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0)), new(holder, row.IsDBNull(4) ? null : TimeSpan.FromSeconds(row.GetDouble(4))));
        }

        await row.NextResultAsync(patience.Token);
        await row.ReadAsync(patience.Token);
        return new(asked, keys, row.GetBoolean(0));
    }
}

/// <param name="Left">How long it was still in force when it was read, by the database's clock; null: it does not expire.</param>
internal sealed record KeyInForce(KeyHolder Holder, TimeSpan? Left);
