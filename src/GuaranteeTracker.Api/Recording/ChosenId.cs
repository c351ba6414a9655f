using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Recording;

/// <summary>The id to record under: the caller's, else one made here.</summary>
internal static class ChosenId
{
    /// <param name="text">What the caller sent as <c>id</c>.</param>
    /// <param name="make">What is to be recorded under an id; one that is no UUID is refused instead.</param>
    public static IRecordingRequest Record(string? text, Func<Guid, IRecordingRequest> make)
    {
        var faults = new Faults();
        var id = Ids.Optional(text, "/id", faults) ?? Guid.CreateVersion7();
        return faults.Refuse(out var unusable) ? new Unrecordable(Problems.Of(unusable)) : make(id);
    }
}
