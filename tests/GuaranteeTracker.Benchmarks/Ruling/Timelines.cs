using System.Runtime.InteropServices;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>What timelines of a generated record are made of, without a database.</summary>
/// <param name="Versions">By topic.</param>
/// <param name="Catalogue">With everything that the record says.</param>
/// <param name="Last">The record's last sequence number.</param>
internal sealed record Timelines(IReadOnlyDictionary<string, List<ClaimVersion>> Versions, Catalogue Catalogue, long Last)
{
    private static readonly Dictionary<Guid, long> _nothingEnded = [];

    /// <param name="topics">Which ones to keep; the others are written and forgotten.</param>
    public static Timelines Read(Scale scale, Func<string, bool> topics)
    {
        var (catalogued, last) = (new List<Sequenced>(), 0L);
        var current = default(Recorded);
        var (fold, kept) = (new VersionFold(_ => current!.Source!), new HashSet<Guid>());
        foreach (var recorded in new History(scale).Tell())
        {
            (current, last) = (recorded, recorded.Sequence);
            if (Domain.Timelines.Catalogue.Holds(recorded.Fact))
            {
                catalogued.Add(new(recorded.Sequence, recorded.Fact));
            }

            if (recorded.Fact is ClaimRecorded e && topics(e.Content.Topic))
            {
                kept.Add(e.Claim);
            }

            if (recorded.Fact is IClaimFact fact && kept.Contains(fact.Claim))
            {
                fold.Add(recorded.Sequence, fact);
            }
        }

        var versions = new Dictionary<string, List<ClaimVersion>>(StringComparer.Ordinal);
        foreach (var version in fold.Added)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(versions, version.Topic, out _) ??= []).Add(version);
        }

        return new(versions, Domain.Timelines.Catalogue.Empty.With(catalogued), last);
    }

    public TopicTimeline Build(string topic)
    {
        var versions = Versions[topic];
        var claims = versions.Select(version => version.Claim).ToHashSet();
        var disputes = Catalogue.Disputes.Where(dispute => claims.Contains(dispute.Key)).ToDictionary(dispute => dispute.Key, dispute => dispute.Value);
        return TopicTimeline.Empty(topic).With(new TimelineNews(versions, _nothingEnded, Catalogue.Withdrawn, disputes));
    }
}
