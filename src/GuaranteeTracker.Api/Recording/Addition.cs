using GuaranteeTracker.Domain.Sources;
using JasperFx.Events;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What a request adds to one stream.</summary>
/// <param name="Version">The stream's version before; 0 where it begins.</param>
/// <param name="Events">Complete but for their sequence numbers.</param>
/// <param name="Text">A source's, which its event binds by hash; kept in the same transaction.</param>
internal sealed record Addition(string Stream, long Version, IReadOnlyList<IEvent> Events, SourceText? Text);
