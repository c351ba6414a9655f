using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Importing;

/// <summary>What became of an item, in a word.</summary>
internal enum ImportWord
{
    Recorded,

    /// <summary>It was on record already.</summary>
    Repeated,

    Refused,

    /// <summary>It could not be read, or has no place in the record.</summary>
    Lost,
}

/// <summary>What became of one item.</summary>
/// <param name="Where">For people: "line 17".</param>
/// <param name="Because">Why it is not on record; null where it is.</param>
internal sealed record ImportResult(string Where, ImportWord Word, string? Because)
{
    public ImportItem? Item { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>The version that its stream has now; null where it is not on record.</summary>
    public long? Version { get; init; }

    /// <param name="outcome">Null for what was lost.</param>
    public static ImportResult Of(ImportItem item, Outcome? outcome) => outcome switch
    {
        Outcome.Recorded { Answer.ETag: var tag, IsNew: var isNew } => new(item.Where, isNew ? ImportWord.Recorded : ImportWord.Repeated, null)
        {
            Item = item, Version = long.Parse(tag.AsSpan().Trim('"'), CultureInfo.InvariantCulture),
        },
        Outcome.Refused { Problem: var problem } => new(item.Where, ImportWord.Refused, Refusals.Describe(problem.Detail, problem.Errors)) { Item = item, Problem = problem },
        _ => new(item.Where, ImportWord.Lost, ((ImportLoss)item).Because) { Item = item },
    };
}
