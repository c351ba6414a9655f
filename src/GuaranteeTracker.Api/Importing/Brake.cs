namespace GuaranteeTracker.Api.Importing;

/// <summary>Stops a strict import: once one of its steps is refused or fails, none of the others is recorded any more, also where each is saved by itself.</summary>
internal sealed class Brake
{
    private bool _isPulled;
    private ImportEntry? _last;

    public bool IsPulled => _isPulled || _last is { Answered.IsFaulted: true };

    public void Pull() => _isPulled = true;

    /// <summary>The step that is saved next: if it fails, that is the end.</summary>
    public void Watch(ImportEntry step) => _last = step;
}
