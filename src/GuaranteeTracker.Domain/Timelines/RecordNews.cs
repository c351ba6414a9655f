using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>What a stretch of the record says, sorted by the topics whose timelines it changes.</summary>
public sealed class RecordNews
{
    private readonly Dictionary<string, List<ClaimVersion>> _added;
    private readonly Dictionary<string, Dictionary<Guid, long>> _ended;
    private readonly Dictionary<string, Dictionary<Guid, Stretch[]>> _disputed;
    private readonly Dictionary<Guid, long> _withdrawn;

    /// <param name="facts">In the order of sequence.</param>
    /// <param name="catalogue">With those facts.</param>
    /// <param name="sources">Every source that the stretch's claims were found in.</param>
    /// <param name="topics">The topics on which a claim that is older than the stretch was.</param>
    public RecordNews(IReadOnlyCollection<Sequenced> facts, Catalogue catalogue, Func<Guid, SourceRegistered> sources, Func<Guid, IEnumerable<string>> topics)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var fold = new VersionFold(sources);
        foreach (var (sequence, fact) in facts)
        {
            if (fact is IClaimFact e)
            {
                fold.Add(sequence, e);
            }
        }

        _added = fold.Added.GroupBy(version => version.Topic, StringComparer.Ordinal).ToDictionary(topic => topic.Key, topic => topic.ToList(), StringComparer.Ordinal);
        var topicsOf = fold.Added.ToLookup(version => version.Claim, version => version.Topic);
        IEnumerable<string> TopicsOf(Guid claim) => topicsOf[claim].Concat(topics(claim)).Distinct(StringComparer.Ordinal);

        _ended = ByTopic(fold.Ended.Select(claim => (claim.Key, claim.Value)), TopicsOf);
        _disputed = ByTopic(
            from claim in facts.Select(fact => fact.Fact).OfType<IClaimFact>().Select(fact => fact.Claim).Distinct()
            where catalogue.Disputes.ContainsKey(claim)
            select (claim, catalogue.Disputes[claim]),
            TopicsOf);
        _withdrawn = facts.Where(fact => fact.Fact is SourceWithdrawn).ToDictionary(fact => ((SourceWithdrawn)fact.Fact).Source, fact => fact.Sequence);
        foreach (var source in fold.Added.Select(version => version.Source).Distinct().Where(catalogue.Withdrawn.ContainsKey))
        {
            _withdrawn.TryAdd(source, catalogue.Withdrawn[source]);
        }
    }

    /// <summary>Claims older than the stretch whose content it ended.</summary>
    public IEnumerable<Guid> Ended => _ended.Values.SelectMany(topic => topic.Keys);

    /// <summary>Claims with new content.</summary>
    public IEnumerable<Guid> Added => _added.Values.SelectMany(topic => topic).Select(version => version.Claim);

    /// <summary>The topics with new claims.</summary>
    public IEnumerable<string> Topics => _added.Keys;

    /// <summary>What it says about one topic.</summary>
    public TimelineNews For(string topic) => new(
        _added.GetValueOrDefault(topic, []), _ended.GetValueOrDefault(topic, []), _withdrawn, _disputed.GetValueOrDefault(topic, []));

    private static Dictionary<string, Dictionary<Guid, T>> ByTopic<T>(IEnumerable<(Guid Claim, T Value)> values, Func<Guid, IEnumerable<string>> topics) =>
        values.SelectMany(value => topics(value.Claim).Select(topic => (topic, value)))
            .GroupBy(item => item.topic, StringComparer.Ordinal)
            .ToDictionary(topic => topic.Key, topic => topic.ToDictionary(item => item.value.Claim, item => item.value.Value), StringComparer.Ordinal);
}
