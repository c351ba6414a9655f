using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording;

/// <summary>A request that is refused whatever is on record.</summary>
internal sealed class Unrecordable(Problem because) : IRecordingRequest
{
    public string Stream => "";

    public string Location => "";

    public Needs Needs => Needs.Of();

    public bool NeedsPrecondition => false;

    public Verdict Judge(Grounds grounds, RecordingContext context) => new(because, 0, [], null);

    public object Show(Grounds grounds) => throw new InvalidOperationException("What is refused has nothing to show.");
}
