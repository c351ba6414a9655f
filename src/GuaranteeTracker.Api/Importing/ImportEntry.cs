using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>A step that is to be recorded once everything it refers to is.</summary>
/// <param name="isStrict">Whether nothing after it is recorded where it is refused.</param>
internal sealed class ImportEntry(ImportStep item, IRecordingRequest request, RecordingContext context, bool isStrict) : Entry(context)
{
    private static readonly Precondition _any = new(Any: true, []);

    public ImportStep Item { get; } = item;

    public bool IsStrict { get; } = isStrict;

    /// <summary>What it added, once it is answered.</summary>
    public IReadOnlyList<Addition> Stored { get; set; } = [];

    /// <summary>It waits no more for what is missing: it is decided as things are.</summary>
    public bool Insists { get; set; }

    /// <summary>What it waits for (<see cref="Awaited"/>); null while it does not.</summary>
    public string? WaitsFor { get; set; }

    /// <summary>How much of the input had been read when it began to wait; null where it never did.</summary>
    public long? WaitsSince { get; set; }

    public override int Size => 1;

    public override IEnumerable<Needs> Needs => [request.Needs];

    public override IEnumerable<string> Turns => [];

    /// <summary>What is not on record yet; null where the step can be decided.</summary>
    public string? Missing(Grounds grounds)
    {
        var needs = request.Needs;
        return needs.Mentioned.Concat(needs.Quoted).FirstOrDefault(stream => !grounds.Holds(stream))
            ?? (Before(Item.Step) is var before && grounds.VersionOf(request.Stream) < before ? Awaited.Version(request.Stream, before) : null);
    }

    /// <summary>What changes a thing as it is, whatever it is, does so only where it is not that already.</summary>
    protected override Draft DrawNew(Drafter drafter, Grounds grounds)
    {
        var draft = drafter.Draw(request, Context, grounds);
        return Item.Step.Changes && draft.Outcome is Outcome.Refused { Problem.Status: StatusCodes.Status428PreconditionRequired }
            ? drafter.Draw(request, Context with { IfMatch = _any }, grounds)
            : draft;
    }

    /// <summary>The version that the stream has to have before.</summary>
    private static long Before(RecordStep step) => step.Version is { } version ? version - 1 : step.Kind.OnlyCreates() || step.Kind is StepKind.Actor or StepKind.Topic ? 0 : 1;
}
