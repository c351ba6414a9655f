using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Moving;

/// <summary>What a line says and its event does not.</summary>
internal interface IExportedThings
{
    /// <summary>The actor as the event left it.</summary>
    Task<Actor> ActorAsync(LedgerEvent e, CancellationToken cancellation);

    /// <returns>The source's text; null where it was taken down.</returns>
    Task<string?> TextAsync(SourceRegistered source, CancellationToken cancellation);
}
