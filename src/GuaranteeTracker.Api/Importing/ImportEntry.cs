using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>A step that is to be recorded once everything it refers to is.</summary>
/// <param name="brake">Pulled where it is refused, so that nothing after it is recorded; null where that is no matter.</param>
internal sealed class ImportEntry(ImportStep item, IRecordingRequest request, RecordingContext context, Brake? brake) : Entry(context)
{
    private static readonly Precondition _any = new(Any: true, []);

    private readonly long _before = Before(item.Step);

    public ImportStep Item { get; } = item;

    public Brake? Brake { get; } = brake;

    public IRecordingRequest Request { get; set; } = request;

    public string Stream { get; } = request.Stream;

    /// <summary>Which of the input it is, from 1.</summary>
    public long Order { get; set; }

    /// <summary>The step for the same stream that came before it, unless that was decided then.</summary>
    public ImportEntry? Ahead { get; set; }

    /// <summary>Somebody waits for what is decided of it (<see cref="Awaited.Decided"/>).</summary>
    public bool IsFollowed { get; private set; }

    /// <summary>It is decided, provided that the transaction commits.</summary>
    public bool IsDrawn { get; set; }

    /// <summary>It waits no more for what is missing: it is decided as things are.</summary>
    public bool Insists { get; set; }

    /// <summary>What it waits for; null while it does not.</summary>
    public Awaited? WaitsFor { get; set; }

    /// <summary>How much of the input had been read when it began to wait; null where it never did.</summary>
    public long? WaitsSince { get; set; }

    /// <summary>The version of its stream that it makes; null where that depends on what is there.</summary>
    public long? Makes => Item.Step.Version ?? (Item.Step.Kind.OnlyCreates() ? 1 : null);

    public override int Size => 1;

    public override IEnumerable<Needs> Needs => [Request.Needs];

    public override IEnumerable<string> Turns => [];

    /// <summary>What has to be there or decided before; null where the step can be decided.</summary>
    public Awaited? Missing(Grounds grounds)
    {
        if (Request is Unrecordable)
        {
            return null; // nothing that comes can help it
        }

        var needs = Request.Needs;
        return needs.Mentioned.Concat(needs.Quoted).FirstOrDefault(stream => stream != Stream && !grounds.Holds(stream)) is { } missing ? Awaited.Begun(missing)
            : grounds.VersionOf(Stream) < _before ? new(Stream, _before)
            : FindToFollow() is { } ahead ? Awaited.Decided(ahead)
            : null;
    }

    /// <summary>What changes a thing as it is, whatever it is, does so only where it is not that already.</summary>
    protected override Draft DrawNew(Drafter drafter, Grounds grounds)
    {
        var draft = drafter.Draw(Request, Context, grounds);
        return Item.Step.Changes && draft.Outcome is Outcome.Refused { Problem.Status: StatusCodes.Status428PreconditionRequired }
            ? drafter.Draw(Request, Context with { IfMatch = _any }, grounds)
            : draft;
    }

    /// <summary>Steps for one thing that do not say which version they make are recorded in their order, also where the first of them has to wait.</summary>
    private ImportEntry? FindToFollow()
    {
        while (Ahead is { IsAnswered: true } answered)
        {
            Ahead = answered.Ahead;
        }

        var ahead = Ahead;
        while (ahead is { IsDrawn: true })
        {
            ahead = ahead.Ahead;
        }

        var creates = Item.Step.Kind.OnlyCreates();
        if (ahead is null || ahead.WaitsFor?.Stream == Stream || (creates ? !ahead.Item.Step.Kind.OnlyCreates() : Item.Step.Version is not null))
        {
            return null;
        }

        ahead.IsFollowed = true;
        return ahead;
    }

    /// <summary>The version that the stream has to have before.</summary>
    private static long Before(RecordStep step) => step.Version is { } version ? version - 1 : step.Kind.OnlyCreates() || step.Kind is StepKind.Actor or StepKind.Topic ? 0 : 1;
}
