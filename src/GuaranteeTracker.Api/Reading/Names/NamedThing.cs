namespace GuaranteeTracker.Api.Reading.Names;

/// <summary>Everything that a thing may be looked up by.</summary>
/// <param name="aliases">Other names of the same.</param>
/// <param name="sentence">Words about it that are no name: a topic's proposition.</param>
internal sealed class NamedThing(string id, string name, IEnumerable<string> aliases, string? sentence = null)
{
    private readonly FoldedName _name = FoldedName.Of(name), _id = FoldedName.Of(id);
    private readonly List<FoldedName> _aliases = [.. aliases.Select(FoldedName.Of)];
    private readonly FoldedName? _sentence = sentence is null ? null : FoldedName.Of(sentence);

    public string Id => id;

    public string Name => name;

    private IEnumerable<FoldedName> Names => [_name, _id, .. _aliases];

    private IEnumerable<FoldedName> Texts => _sentence is null ? Names : Names.Append(_sentence);

    /// <param name="wish">As it was written.</param>
    /// <param name="folded">The same, folded.</param>
    /// <returns>How well it answers, and among those that answer so how badly, from 0; null where it does not.</returns>
    public (NameMatch Match, double Unlike)? Answer(string wish, FoldedName folded)
    {
        if (folded.Words.Count == 0)
        {
            return null;
        }

        return name == wish || id == wish ? (NameMatch.Exact, 0) // as it is written, before what only folds to the same
            : _name.Text == folded.Text || _id.Text == folded.Text ? (NameMatch.Exact, 1)
            : _aliases.Exists(alias => alias.Text == folded.Text) ? (NameMatch.Alias, 0)
            : Names.Any(one => one.Text.StartsWith(folded.Text, StringComparison.Ordinal)) ? (NameMatch.Prefix, 0)
            : Names.Any(one => folded.Words.All(word => one.Words.Any(other => other.StartsWith(word, StringComparison.Ordinal)))) ? (NameMatch.WordPrefix, 0)
            : folded.Words.All(word => Texts.Any(one => one.Text.Contains(word, StringComparison.Ordinal))) ? (NameMatch.Contained, 0)
            : Texts.Min(one => Misspelling.Between(folded, one)) is { } unlike ? (NameMatch.Similar, unlike)
            : null;
    }
}
