using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Recording.Saving;

/// <summary>A request that waits to be saved, and whoever waits for what becomes of it.</summary>
internal abstract class Entry(RecordingContext context)
{
    private readonly TaskCompletionSource<Outcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state; // 0 waits, 1 taken, 2 given up
    private Draft? _begun;

    public RecordingContext Context { get; } = context;

    /// <summary>How many claims it stands for, or other things.</summary>
    public abstract int Size { get; }

    public abstract IEnumerable<Needs> Needs { get; }

    /// <summary>Names under which nobody else may record meanwhile.</summary>
    public abstract IEnumerable<string> Turns { get; }

    public Task<Outcome> Answered => _answer.Task;

    public bool IsAnswered => _answer.Task.IsCompleted;

    /// <summary>False where nobody waits for it any more.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, 1, 0) == 0;

    /// <summary>Takes it back, unless it is being saved already.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, 2, 0) == 0;

    public Task<Outcome> WaitAsync(TimeSpan deadline, CancellationToken cancellation) => _answer.Task.WaitAsync(deadline, cancellation);

    public void Answer(Outcome outcome) => _answer.TrySetResult(outcome);

    public void Fail(Exception because) => _answer.TrySetException(because);

    /// <summary>What becomes of it on these grounds; what an earlier attempt stored without our hearing of it is its own.</summary>
    public Draft Draw(Drafter drafter, Grounds grounds)
    {
        if (_begun is { Additions.Count: > 0 } begun && begun.Additions.All(addition => grounds.Holds(addition.Stream, addition.Version + 1, Context.Provenance.Causation)))
        {
            return begun with { Additions = [], KeepUnder = null };
        }

        if (Context.Key is not { } key)
        {
            return DrawNew(drafter, grounds);
        }

        if (grounds.AnswerTo(key) is { } first)
        {
            return new(first, []);
        }

        var draft = DrawNew(drafter, grounds);
        if (draft.Answer is { } answer)
        {
            grounds.Answers[(key.Caller, key.Key)] = new(key.Request, answer);
            return draft with { KeepUnder = key };
        }

        return draft;
    }

    /// <summary>From now on it cannot be known whether the draft is stored, until the database says so. Nor whether it is true, for it may repeat what is stored with it.</summary>
    public void Begin(Draft draft) => _begun = draft.Answer is not null && (draft.Additions.Count > 0 || _begun is null) ? draft : _begun;

    /// <summary>It is not tried again.</summary>
    /// <param name="because">What is to be said where nothing can have been stored.</param>
    public void GiveUp(Problem because) => Answer(_begun is null ? because : Problems.OutcomeUnknown);

    protected abstract Draft DrawNew(Drafter drafter, Grounds grounds);
}
