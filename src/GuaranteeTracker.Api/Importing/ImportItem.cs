using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>What a reader finds at one place of a file.</summary>
/// <param name="Where">For people: "line 17", "statement 4 of document 2".</param>
internal abstract record ImportItem(string Where)
{
    /// <summary>Where it comes of lines: which, from 1. Else 0.</summary>
    public long Line { get; init; }

    /// <summary>How many bytes of the input it took.</summary>
    public int Bytes { get; init; }
}

/// <summary>Something to be recorded.</summary>
internal sealed record ImportStep(string Where, RecordStep Step) : ImportItem(Where);

/// <summary>Something that cannot be carried over.</summary>
/// <param name="Because">A sentence.</param>
internal sealed record ImportLoss(string Where, string Because) : ImportItem(Where);
