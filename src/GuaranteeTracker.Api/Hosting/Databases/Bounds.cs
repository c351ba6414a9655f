using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>
/// Constraints that keep leaves and checkpoints within a tree, whoever adds them. What is there is not looked at, so that no table is locked
/// for long and a store with something wrong in it can be migrated: <c>verify</c> finds it.
/// </summary>
internal static class Bounds
{
    private static readonly Bound[] _all = [new(Tables.Leaves, "leaf_in_tree", "index >= 0"), new(Tables.Checkpoints, "checkpoint_of_leaves", "size > 0")];

    private const string Existing = $"select conname::text from pg_constraint where connamespace = '{EventStore.Schema}'::regnamespace and contype = 'c'";

    /// <summary>From nothing, for somebody to read or to run. The tables have to be there.</summary>
    public static IEnumerable<string> Statements => _all.Select(bound => bound.Statement);

    public static async Task PutAsync(MigrationContext context, CancellationToken cancellation)
    {
        var existing = await context.Connection.ListAsync(Existing, row => row.GetString(0), cancellation);
        foreach (var bound in _all.Where(bound => !existing.Contains(bound.Name)))
        {
            await context.ChangeAsync(bound.Statement, cancellation);
        }
    }

    private sealed record Bound(string Table, string Name, string Condition)
    {
        public string Statement => $"alter table {Table} drop constraint if exists {Name}, add constraint {Name} check ({Condition}) not valid";
    }
}
