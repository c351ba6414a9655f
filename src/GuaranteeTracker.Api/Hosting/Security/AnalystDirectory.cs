using System.Collections.Concurrent;
using System.Security.Claims;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>Pseudonyms: events carry the id, only this table the name, so that a name can be erased and no event changed.</summary>
internal sealed class AnalystDirectory(NpgsqlDataSource database)
{
    private const string
        Find = $"select id from {Tables.Analysts} where name = $1",
        Enter = $"insert into {Tables.Analysts} (id, name) values ($1, $2) on conflict (name) do nothing";

    private readonly ConcurrentDictionary<string, Guid> _known = new(StringComparer.Ordinal);

    /// <summary>The caller's pseudonym: the one that its key names, else that of its name.</summary>
    public Task<Guid> OfAsync(ClaimsPrincipal caller, CancellationToken cancellation) => Guid.TryParse(caller.FindFirstValue(CallerClaims.Analyst), out var id)
        ? Task.FromResult(id)
        : IdOfAsync(caller.FindFirstValue(ClaimTypes.Name)!, cancellation);

    public async Task<Guid> IdOfAsync(string name, CancellationToken cancellation)
    {
        if (_known.TryGetValue(name, out var id))
        {
            return id;
        }

        await using (var enter = database.CreateCommand(Enter))
        {
            enter.Parameters.Add(new() { Value = Guid.NewGuid() });
            enter.Parameters.Add(new() { Value = name });
            await enter.ExecuteNonQueryAsync(cancellation);
        }

        await using var find = database.CreateCommand(Find);
        find.Parameters.Add(new() { Value = name });
        return _known[name] = (Guid)(await find.ExecuteScalarAsync(cancellation))!;
    }
}
