using System.Diagnostics.CodeAnalysis;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The id to record under: the caller's, else one made here.</summary>
internal static class ChosenId
{
    /// <summary>True, with the refusal, when what the caller sent as <c>id</c> is no UUID.</summary>
    public static bool Refuse(string? text, out Guid id, [NotNullWhen(true)] out Outcome? refusal)
    {
        var faults = new Faults();
        id = Ids.Optional(text, "/id", faults) ?? Guid.CreateVersion7();
        refusal = faults.Refuse(out var unusable) ? new Outcome.Refused(Problems.Of(unusable)) : null;
        return refusal is not null;
    }
}
