using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What is to be recorded in one stream.</summary>
internal interface IRecordingRequest
{
    /// <summary>Key of the stream to append to.</summary>
    string Stream { get; }

    /// <summary>Path of the resource.</summary>
    string Location { get; }

    Needs Needs { get; }

    /// <summary>What can be looked for before it is decided; null where nothing is quoted.</summary>
    Quotation? Quotation => null;

    /// <summary>A source's text in the form that is kept; null for everything else, and where it cannot be.</summary>
    SourceText? Text => null;

    /// <summary>Whether a change of what exists needs If-Match; a creation never does.</summary>
    bool NeedsPrecondition { get; }

    /// <summary>How much work it is, measured in claims.</summary>
    int Size => 1;

    Verdict Judge(Grounds grounds, RecordingContext context);

    /// <summary>The resource as it is once the request is recorded.</summary>
    object Show(Grounds grounds);
}

/// <param name="Decide">Decides on what is on record.</param>
internal sealed record RecordingRequest<TFact>(
    string Stream, string Location, Needs Needs, Func<Grounds, RecordingContext, Proposal<TFact>> Decide, Func<Grounds, object> Show) : IRecordingRequest
    where TFact : class, IFact
{
    public bool NeedsPrecondition { get; init; } = true;

    public Quotation? Quotation { get; init; }

    public SourceText? Text { get; init; }

    public int Size { get; init; } = 1;

    Needs IRecordingRequest.Needs => Quotation is null ? Needs : Needs.After(Quotation);

    public Verdict Judge(Grounds grounds, RecordingContext context)
    {
        var proposal = Decide(grounds, context);
        return Preconditions.Refuse(NeedsPrecondition, proposal, context) is { } problem ? new(problem, proposal.Version, [], null)
            : Preconditions.IsRepeat(proposal, context) ? new(null, grounds.VersionOf(Stream), [], null)
            : new(null, proposal.Version, ((Decision<TFact>.Accepted)proposal.Decision).Facts, Text);
    }

    object IRecordingRequest.Show(Grounds grounds) => Show(grounds);
}

/// <summary>What becomes of a request.</summary>
/// <param name="Problem">Why it is refused; null where it is not.</param>
/// <param name="Version">The stream's, before.</param>
/// <param name="Facts">To be stored; none for a repeat.</param>
/// <param name="Text">A source's, to be kept with them.</param>
internal sealed record Verdict(Problem? Problem, long Version, IReadOnlyList<IFact> Facts, SourceText? Text);

/// <summary>What a decider proposes for a stream.</summary>
/// <param name="Version">The stream's version that it was decided on; 0 when there is none.</param>
internal sealed record Proposal<TFact>(Decision<TFact> Decision, long Version)
    where TFact : class, IFact
{
    /// <summary>The content asked for was in force before: without a precondition that is a repeat, not a change.</summary>
    public bool WasInForce { get; init; }

    /// <summary>The fact on record as the version that the request says it makes; null where there is none yet. The decision is the one on the version before it.</summary>
    public TFact? Standing { get; init; }
}
