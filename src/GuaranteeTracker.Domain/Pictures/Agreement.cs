namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Rule 7: where everybody is on one topic. Ids of actors, in ordinal order.</summary>
/// <param name="Attributed">Those of whom only hearsay tells, whatever the stance.</param>
/// <param name="Silent">Those with a position on another topic, and none and nothing pending on this.</param>
public sealed record Agreement(
    ValueList<string> For, ValueList<string> Against, ValueList<string> Undecided, ValueList<string> Attributed, ValueList<string> Silent)
{
    /// <param name="placed">Every actor with a position anywhere in the whole picture.</param>
    public static Agreement On(TopicOutline topic, IEnumerable<string> placed)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var spoken = topic.Agreement;
        return new(
            spoken.For, spoken.Against, spoken.Undecided, spoken.Attributed,
            [.. placed.Where(actor => !topic.Addressed.Contains(actor)).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>Where everybody with something to say is on one topic. Ids of actors, in ordinal order.</summary>
/// <param name="Attributed">Those of whom only hearsay tells, whatever the stance.</param>
public sealed record SpokenAgreement(ValueList<string> For, ValueList<string> Against, ValueList<string> Undecided, ValueList<string> Attributed)
{
    /// <summary>Collects the sides, given each actor once and in order.</summary>
    internal sealed class Sides
    {
        private readonly List<string> _for = [], _against = [], _undecided = [], _attributed = [];

        public void Add(Standing standing) =>
            (standing.AttributedOnly ? _attributed : standing.Stance > 0 ? _for : standing.Stance < 0 ? _against : _undecided).Add(standing.Actor);

        public SpokenAgreement ToAgreement() => new([.. _for], [.. _against], [.. _undecided], [.. _attributed]);
    }
}
