namespace GuaranteeTracker.Domain.Pictures;

/// <summary>Which actors and topics to show. An empty set leaves everything in.</summary>
public sealed record Selection(IReadOnlySet<string> Actors, IReadOnlySet<string> Topics)
{
    public static Selection Everything { get; } = new(new HashSet<string>(), new HashSet<string>());

    public bool Actor(string id) => Actors.Count == 0 || Actors.Contains(id);

    public bool Topic(string id) => Topics.Count == 0 || Topics.Contains(id);
}
