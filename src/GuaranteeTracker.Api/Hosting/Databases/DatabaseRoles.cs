namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>The roles of PostgreSQL beside the one that owns the schema: docs/operations.md, Database roles.</summary>
internal static class DatabaseRoles
{
    public const string
        Service = "guaranteetracker_service", // runs: it or a member of it is whom the service connects as
        Reader = "guaranteetracker_reader", // only reads
        Statistics = "pg_read_all_stats"; // PostgreSQL's own

    public const string
        MakeService = $"create role {Service}",
        MakeReader = $"create role {Reader}",

        // Without it the leader would not see the transactions of other users, which may still fill a gap.
        GiveStatistics = $"grant {Statistics} to {Service}";

    public static IReadOnlyList<string> Statements => [MakeService, MakeReader, GiveStatistics];
}
