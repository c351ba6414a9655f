
namespace GuaranteeTracker.Api.Replaying;

/// <summary>What a reader finds at one place of a file.</summary>
/// <param name="Where">For people: "line 17", "statement 4 of document 2".</param>
internal abstract record ImportItem(string Where);

/// <summary>Something to be recorded.</summary>
internal sealed record ImportStep(string Where, RecordStep Step) : ImportItem(Where);

/// <summary>Something that cannot be carried over.</summary>
/// <param name="Because">A sentence.</param>
internal sealed record ImportLoss(string Where, string Because) : ImportItem(Where);
