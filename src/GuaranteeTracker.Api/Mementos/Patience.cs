namespace GuaranteeTracker.Api.Mementos;

/// <summary>How much one request may cost: the same for the same question, so that its answer does not depend on how busy a node is.</summary>
/// <param name="steps">How many comparisons.</param>
/// <param name="cells">How many cells told for them.</param>
internal sealed class Patience(int steps, int cells)
{
    /// <summary>Whether that was enough.</summary>
    public bool EndsWith(Step step) => --steps <= 0 | (cells -= step.Cells) <= 0;
}
