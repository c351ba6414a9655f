using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Compares two pictures.</summary>
internal sealed class ChangesReader(ClaimsOnRecord claims)
{
    /// <returns>By topic, actor, then kind.</returns>
    public async Task<IReadOnlyList<Change>> ReadAsync(ComparedMoments moments, CancellationToken cancellation)
    {
        var (from, to, then, now, shown) = moments;
        var (between, after) = (await now.OutlineAsync(from, shown), await now.OutlineAsync(to, shown));
        if (ReferenceEquals(then, now))
        {
            return [.. Change.Between(between, between, after, _ => true)];
        }

        var before = await then.OutlineAsync(from, shown);
        var had = Standing(before).ToHashSet(); // what stood was on record
        had.UnionWith(await claims.AmongAsync(Standing(between).Where(claim => !had.Contains(claim)), then, cancellation));
        return [.. Change.Between(before, between, after, had.Contains)];
    }

    private static IEnumerable<Guid> Standing(Outline outline) => outline.Topics.SelectMany(topic => topic.Cells).Select(cell => cell.Claim);
}
