using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>How many rows there are of what no event tells.</summary>
/// <param name="Analysts">Names that are neither of a caller nor of whom a key is for: callers are entered as they come, whether or not what they want is refused.</param>
internal sealed record Counts(long Answers, long Keys, long Revoked, long Erasures, long Analysts)
{
    public static async Task<Counts> ReadAsync(Tracker tracker)
    {
        await using var command = tracker.Owner.CreateCommand(
            $"""
            select (select count(*) from {Tables.Answers}), (select count(*) from {Tables.Keys}), (select count(*) from {Tables.Keys} where revoked is not null), (select count(*) from {Tables.Erasures}),
              (select count(*) from {Tables.Analysts} a where a.name <> all($1) and not exists (select from {Tables.Keys} k where k.analyst = a.id))
            """);
        command.Parameters.Add(new() { Value = Drawing.Callers.Names });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
    }

    /// <summary>What is stored since, and was not told; or was told, and is not stored.</summary>
    public IEnumerable<string> Faults(Counts before, Told told)
    {
        var all = new (string What, long New, long Least, long Most)[]
        {
            ("answers are kept", Answers - before.Answers, long.MinValue, told.Keyed + told.LostWith("Idempotency-Key")), // they go after a day, or with a key's label
            ("keys are stored", Keys - before.Keys, told.Keys, told.Keys + told.LostWith("/api/keys")),
            ("keys are revoked", Revoked - before.Revoked, 0, told.Revocations + told.LostWith("/revocation")),
            ("erasures are stored", Erasures - before.Erasures, told.Erasures, told.Erasures + told.RepeatableErasures + told.LostWith("/api/erasures")),
            ("names are stored that nobody goes by", Analysts - before.Analysts, long.MinValue, told.TakenKeys + told.LostWith("/api/keys")), // they can be erased
        };
        return all.Where(one => one.New < one.Least || one.New > one.Most).Select(one => $"{one.New} {one.What}, told were {(one.Least == one.Most || one.Least <= 0 ? $"{one.Most}" : $"{one.Least} to {one.Most}")}");
    }
}
