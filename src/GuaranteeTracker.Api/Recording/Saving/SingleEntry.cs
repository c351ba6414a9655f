namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>One request.</summary>
internal sealed class SingleEntry(IRecordingRequest request, RecordingContext context) : Entry(context)
{
    public override int Size => request.Size;

    public override IEnumerable<Needs> Needs => [request.Needs];

    /// <summary>Two that only create meet before they take a number.</summary>
    public override IEnumerable<string> Turns => request.NeedsPrecondition ? [request.Stream] : [];

    protected override Draft DrawNew(Drafter drafter, Grounds grounds) => drafter.Draw(request, Context, grounds);
}
