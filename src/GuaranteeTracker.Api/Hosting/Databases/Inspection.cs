using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rows;
using Marten;
using Npgsql;
using Weasel.Core.Migrations;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>Looks whether the database is one that the service may run on, and changes nothing.</summary>
internal sealed class Inspection(Database database, IDocumentStore store, NpgsqlDataSource source)
{
    private const string
        Migrate = "Run `migrate`",
        HasSchema = $"select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where format('%s.%s', n.nspname, c.relname) = '{Tables.Events}')",
        HasHorizon = $"select exists (select from {Tables.Horizon} where id = 1)",
        SessionUser = "select session_user::text",
        CurrentUser = "select current_user::text",
        Forgetful = "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name";

    /// <summary>All that can be wrong. What is not allowed hides what comes after it.</summary>
    public async Task<IReadOnlyList<Finding>> OfAllAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (!await connection.QueryAsync<bool>(HasSchema, cancellation))
        {
            return [Never($"The database has no schema {EventStore.Schema}. {Migrate}.")];
        }

        var findings = await OfSafetyAsync(cancellation);
        return !findings.All(database.Allows) || await OfTablesAsync(connection, cancellation) is not { } tables ? findings : [tables];
    }

    private async Task<Finding?> OfTablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(cancellation);
        }
        catch (DatabaseValidationException)
        {
            return Never($"The schema in the database is not the one of this version. {Migrate}, or use a version that fits, or a database of its own.");
        }

        return !await connection.QueryAsync<bool>(HasHorizon, cancellation) ? Never($"The horizon is missing. {Migrate}.")
            : await connection.QueryAsync<bool>(ListingRows.AreMissing, cancellation) ? Never($"Rows that claims are found by are missing. {Migrate}.")
            : null;
    }

    /// <summary>What does not keep the record as it was recorded; the tables are there.</summary>
    public async Task<IReadOnlyList<Finding>> OfSafetyAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var findings = new List<Finding>();
        if (!database.IsOwner)
        {
            var user = await connection.QueryAsync<string>(database.HasSteppedDown ? CurrentUser : SessionUser, cancellation); // which a session can go back to
            if (await RolePowers.FindAsync(connection, user, cancellation) is { } power)
            {
                findings.Add(power);
                if (!database.Allows(power))
                {
                    return findings; // it may not even look further
                }
            }
        }

        if (await Guards.MissingAsync(connection, cancellation) is { Count: > 0 } unguarded)
        {
            findings.Add(Never($"The triggers that keep others from changing {string.Join(", ", unguarded)} are missing, disabled or not the ones of this version. {Migrate}."));
        }

        if (!database.IsOwner && await connection.ListAsync(Forgetful, row => row.GetString(0), cancellation) is { Count: > 0 } off)
        {
            findings.Add(new(UnsafeDatabase.Durability, $"The database runs with {string.Join(" = off, ", off)} = off, so what was answered as recorded could be lost with a crash. Set it to on."));
        }

        return findings;
    }

    private static Finding Never(string sentence) => new(UnsafeDatabase.None, sentence);
}
