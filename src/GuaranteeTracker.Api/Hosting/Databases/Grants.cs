using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>What each table lets the running role and the reading role do. A table that is not in here is found by a test.</summary>
internal static class Grants
{
    private const string Nothing = "", Reading = "select", Adding = "select, insert", Marten = EventStore.Schema + ".mt_";

    // table, the running role's privileges, the reading role's
    private static readonly (string Table, string Service, string Reader)[] _all =
    [
        (Tables.Events, Adding, Reading),
        (Tables.EventNumbers, "usage, select", Reading),
        (Marten + "streams", "select, insert, update (version, timestamp)", Reading),
        (Tables.Leaves, Adding, Reading),
        (Tables.Tiles, Adding, Reading),
        (Tables.Checkpoints, Adding, Reading),
        (Tables.Erasures, Adding, Reading),
        (Tables.Horizon, "select, update (at)", Reading),
        (Tables.Gaps, "select, insert, delete", Reading),
        (Tables.Stragglers, Adding, Reading),

        // Made of the events, and made anew by rebuild.
        (Tables.ClaimVersions, "select, insert, update (until)", Reading),
        (Tables.ClaimListing, "select, insert, update (until, retracted)", Reading),
        (Tables.Catalogue, Adding, Reading),

        // Not for those who only read: whole texts, names, hashes of keys, answers to one caller.
        (Tables.SourceTexts, "select, insert, delete", Nothing),
        (Tables.Analysts, "select, insert, delete", Nothing),
        (Tables.Keys, "select, insert, update (revoked, revoked_by, last_used, label)", Nothing),
        (Tables.Answers, "select, insert, delete", Nothing),

        // The daemon's.
        (Marten + "event_progression", "select, insert, update", Reading),
        (Marten + "event_projection_floors", "select, insert, update", Reading),
        (Marten + "high_water_skips", Adding, Reading),
        (Marten + "doc_deadletterevent", "select, insert, update", Nothing),
    ];

    public static IReadOnlyDictionary<string, IReadOnlySet<Right>> ByRole { get; } = new Dictionary<string, IReadOnlySet<Right>>(StringComparer.Ordinal)
    {
        [DatabaseRoles.Service] = Of(grant => grant.Service),
        [DatabaseRoles.Reader] = Of(grant => grant.Reader),
    };

    /// <summary>Without the schema's name.</summary>
    public static IEnumerable<string> TableNames => _all.Select(grant => grant.Table[(EventStore.Schema.Length + 1)..]);

    /// <summary>Everything from nothing, for somebody to read or to run. The schema has to be there.</summary>
    public static IEnumerable<string> Statements =>
    [
        .. ByRole.Keys.Select(role => $"grant usage on schema {EventStore.Schema} to {role}"),
        .. ByRole.SelectMany(role => role.Value.Select(right => $"grant {right.What} to {role.Key}")),
    ];

    private static HashSet<Right> Of(Func<(string Table, string Service, string Reader), string> privileges) =>
        [.. _all.SelectMany(grant => Right.Read(grant.Table, privileges(grant)))];
}
