using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Looks whether every claim of a file is on record, once.</summary>
/// <param name="claims">The ids in the file.</param>
internal sealed class RecordedOnce(NpgsqlDataSource database, IReadOnlySet<Guid> claims)
{
    private const string Counts = $"select stream_id, count(*) from {Tables.Events} where type = '{FactNames.ClaimRecorded}' group by stream_id";

    /// <returns>Whether it is so.</returns>
    public async Task<bool> PrintAsync(TextWriter output, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Counts);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (found, doubled, unknown) = (0, 0, 0);
        while (await reader.ReadAsync(cancellation))
        {
            var isKnown = claims.Contains(Guid.Parse(reader.GetString(0).AsSpan(Streams.OfClaim.Length)));
            found += isKnown ? 1 : 0;
            unknown += isKnown ? 0 : 1;
            doubled += reader.GetInt64(1) == 1 ? 0 : 1;
        }

        await output.WriteLineAsync($"{claims.Count - found} claims lost, {doubled} doubled, {unknown} that nobody sent, of {claims.Count}");
        return found == claims.Count && doubled + unknown == 0;
    }
}
