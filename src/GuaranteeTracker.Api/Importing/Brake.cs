namespace GuaranteeTracker.Api.Importing;

/// <summary>Stops a strict import: once one of its steps is refused, none of the others is recorded any more, in whatever way they are saved.</summary>
internal sealed class Brake
{
    public bool IsPulled { get; private set; }

    public void Pull() => IsPulled = true;
}
