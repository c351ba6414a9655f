using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;
using Marten;
using Npgsql;

namespace GuaranteeTracker.Api.Reading.Records;

/// <summary>Finds claims on record by what rows and the tail hold of them.</summary>
internal sealed class ClaimsOnRecord(NpgsqlDataSource database, RecordKeeper keeper)
{
    private const string
        RecordedUpTo = $"select distinct claim from {Tables.ClaimVersions} where claim = any($1) and recorded <= $2",
        OfSource = $"select distinct claim from {Tables.ClaimVersions} where source = $1",
        InForce = $"select source, count(*) from {Tables.ClaimVersions} where source = any($1) and until = $2 group by source";

    /// <summary>Those of some claims that were on record at a K.</summary>
    public async Task<IReadOnlySet<Guid>> AmongAsync(IEnumerable<Guid> claims, KnownRecord at, CancellationToken cancellation)
    {
        var wanted = claims.ToHashSet();
        var found = await FindAsync(RecordedUpTo, [wanted.ToArray(), at.SettledK], cancellation);
        found.UnionWith(at.News?.Added.Where(wanted.Contains) ?? []);
        return found;
    }

    /// <summary>Every claim found in a source, as it is now.</summary>
    public async Task<IReadOnlyList<Stored<Claim>>> OfSourceAsync(Guid source, IQuerySession session, CancellationToken cancellation)
    {
        var current = await keeper.ReadAsync(cancellation);
        var ids = await FindAsync(OfSource, [source], cancellation);
        ids.UnionWith(current.Tail.Select(fact => fact.Fact).OfType<ClaimRecorded>().Where(fact => fact.Content.Evidence.Source == source).Select(fact => fact.Claim));
        var claims = new List<Stored<Claim>>();
        foreach (var id in ids)
        {
            claims.Add((await session.FindClaimAsync(id, cancellation))!);
        }

        return claims;
    }

    /// <summary>How many claims found in each source are not retracted, as the last checkpoint has it; those without any are left out.</summary>
    public async Task<Dictionary<Guid, int>> CountAsync(IReadOnlyCollection<Guid> sources, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(InForce);
        command.Parameters.Add(new() { Value = sources.ToArray() });
        command.Parameters.Add(new() { Value = ClaimVersion.Never });
        var counts = new Dictionary<Guid, int>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            counts.Add(reader.GetGuid(0), (int)reader.GetInt64(1));
        }

        return counts;
    }

    private async Task<HashSet<Guid>> FindAsync(string sql, object[] arguments, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new() { Value = argument });
        }

        var found = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }
}
