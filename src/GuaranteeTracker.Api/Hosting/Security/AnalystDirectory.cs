using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Claims;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting.Security;

/// <summary>
/// Pseudonyms: events carry the id, only this table the name, so that a name can be erased and no event changed. Whose name was
/// erased is somebody new from then on.
/// </summary>
internal sealed class AnalystDirectory(NpgsqlDataSource database)
{
    private const string
        Find = $"select id from {Tables.Analysts} where name = $1",
        Enter = $"insert into {Tables.Analysts} (id, name) values ($1, $2) on conflict (name) do nothing";

    /// <summary>After this it is looked up again: the name may have been erased, on whichever node.</summary>
    private static readonly TimeSpan _trusted = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (Guid Id, long Read)> _known = new(StringComparer.Ordinal);

    /// <summary>The caller's pseudonym: the one that its key names, else that of its name.</summary>
    public Task<Guid> OfAsync(ClaimsPrincipal caller, CancellationToken cancellation) => Guid.TryParse(caller.FindFirstValue(CallerClaims.Analyst), out var id)
        ? Task.FromResult(id)
        : IdOfAsync(caller.FindFirstValue(ClaimTypes.Name)!, cancellation);

    public async Task<Guid> IdOfAsync(string name, CancellationToken cancellation)
    {
        if (_known.TryGetValue(name, out var known) && Stopwatch.GetElapsedTime(known.Read) < _trusted)
        {
            return known.Id;
        }

        while (true)
        {
            var read = Stopwatch.GetTimestamp();
            await using var find = database.CreateCommand(Find);
            find.Parameters.Add(new() { Value = name });
            if (await find.ExecuteScalarAsync(cancellation) is Guid id)
            {
                _known[name] = (id, read);
                return id;
            }

            await using var enter = database.CreateCommand(Enter);
            enter.Parameters.Add(new() { Value = Guid.NewGuid() });
            enter.Parameters.Add(new() { Value = name });
            await enter.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Drops a name from memory.</summary>
    public void Forget(Guid id)
    {
        foreach (var entry in _known.Where(entry => entry.Value.Id == id))
        {
            _known.TryRemove(entry);
        }
    }
}
