using System.Runtime.CompilerServices;

// Tests count the work that hostile texts cause; a clock would tell little about it.
[assembly: InternalsVisibleTo("GuaranteeTracker.Domain.Tests")]

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Counts the comparisons that the search for one passage costs.</summary>
internal sealed class Effort
{
    internal long Steps { get; private set; }

    internal void Spend(long steps) => Steps += steps;
}
