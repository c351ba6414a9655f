using System.Runtime.CompilerServices;

// Tests count the work that hostile texts cause; a clock would tell little about it.
[assembly: InternalsVisibleTo("GuaranteeTracker.Domain.Tests")]

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Counts the comparisons that searches for passages cost, and says when it is enough.</summary>
/// <param name="most">So many, and no search is begun any more.</param>
public sealed class Effort(long most = long.MaxValue)
{
    /// <summary>How many comparisons there were.</summary>
    public long Steps { get; private set; }

    public bool IsSpent => Steps >= most;

    public void Spend(long steps) => Steps += steps;
}
