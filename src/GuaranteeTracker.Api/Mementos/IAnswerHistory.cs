using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Mementos;

/// <summary>How one answer went through the record, up to the last checkpoint.</summary>
internal interface IAnswerHistory
{
    /// <summary>Collects what was recorded that may have changed the answer. It may not have: see <see cref="CompareAsync"/>. In no order.</summary>
    /// <param name="period">The sequence numbers to look at.</param>
    void Collect(Stretch period, ICollection<Touch> into);

    /// <summary>Whether the answer at one K is another than at a K before.</summary>
    /// <param name="touches">Everything collected in between.</param>
    Task<Comparison> CompareAsync(long before, long after, IReadOnlyCollection<Touch> touches, CancellationToken cancellation);
}

/// <summary>What came of comparing an answer at two Ks.</summary>
/// <param name="Cells">How many cells were told for it, which is what it costs.</param>
internal sealed record Comparison(bool Differs, int Cells);
