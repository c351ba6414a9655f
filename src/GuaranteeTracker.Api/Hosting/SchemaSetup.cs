using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Domain.Sources;
using Marten.Exceptions;
using Npgsql;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>Refuses to start on a database that differs or is not safe, or without Unicode data.</summary>
internal sealed class SchemaSetup(Inspection inspection, Database database, ILogger<SchemaSetup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!SourceText.NormalisesUnicode)
        {
            throw new StartException("This runtime has no Unicode data, so texts could not be normalised. Install ICU (Debian: apt-get install libicu72 or later) and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }

        try
        {
            Judge(await inspection.OfAllAsync(cancellationToken));
        }
        catch (Exception e) when (e is NpgsqlException or MartenCommandException)
        {
            throw new StartException($"The database cannot be used: {(e.InnerException ?? e).Message} Check ConnectionStrings:GuaranteeTracker and what its user may do.", e);
        }

        if (database.HasSteppedDown)
        {
            log.LogWarning("The database's user can do everything. The service works as {Role} for now; set ConnectionStrings:GuaranteeTracker to connect as it.", DatabaseRoles.Service);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Judge(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.OrderBy(database.Allows)) // refused before warned about
        {
            if (!database.Allows(finding))
            {
                throw new StartException(finding.Kind == UnsafeDatabase.None
                    ? finding.Sentence
                    : $"{finding.Sentence} To run on it all the same set GuaranteeTracker:AllowUnsafeDatabase to {finding.Kind}.");
            }

            log.LogWarning("UNSAFE DATABASE: {Finding}", finding.Sentence);
        }
    }
}
