using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Networks;

/// <summary>A discourse network, or a series of them.</summary>
/// <param name="Over">What the nodes of a one-mode network are, actors or topics; null of a two-mode one.</param>
/// <param name="Window">Days of each network of a series; null where there is one network.</param>
/// <param name="Step">Days from the first day of a network of a series to that of the next.</param>
/// <param name="Nodes">Absent from a series.</param>
/// <param name="Edges">Absent from a series.</param>
/// <param name="Series">Absent where there is one network.</param>
internal sealed record NetworkAnswer(
    Known Known, NetworkPeriod Period, NetworkKind Kind, string? Over, Duplicates Duplicates, Normalisation Normalisation, Isolates Isolates, int? Window, int? Step,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NodeView>? Nodes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EdgeView>? Edges,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<WindowView>? Series) : IWrittenSpecially
{
    private static readonly JsonSerializerOptions _options = new(Json.Options) { Converters = { new EdgeListWriter() } };

    JsonSerializerOptions IWrittenSpecially.Options => _options;
}

/// <param name="From">The first instant asked for (UTC); null: from the beginning.</param>
/// <param name="To">The last instant asked for (UTC); null: to the end.</param>
internal sealed record NetworkPeriod(DateTime? From, DateTime? To);

/// <summary>One network of a series.</summary>
/// <param name="From">Its first day (UTC).</param>
/// <param name="To">Its last day (UTC).</param>
internal sealed record WindowView(DateOnly From, DateOnly To, IReadOnlyList<NodeView> Nodes, IReadOnlyList<EdgeView> Edges);

/// <param name="Label">An actor's name or a topic's title, as known at K.</param>
/// <param name="Claims">How many of its claims count.</param>
internal sealed record NodeView(string Id, NodeKind Kind, string Label, int Claims);

/// <param name="Source">Id of a node: the actor, in a two-mode network.</param>
/// <param name="Target">Id of a node: the topic, in a two-mode network.</param>
/// <param name="Agree">Claims that agree; of two-mode networks.</param>
/// <param name="Disagree">Claims that disagree; of two-mode networks.</param>
/// <param name="Congruence">Of kind=subtract, not normalised.</param>
/// <param name="Conflict">Of kind=subtract, not normalised.</param>
/// <param name="Claims">Claims that made it, in the order of time; of two-mode networks with explain=true.</param>
/// <param name="Shared">What both nodes share, with the claims of either; of one-mode networks with explain=true.</param>
internal sealed record EdgeView(
    string Source, string Target, double Weight,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Agree,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Disagree,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Congruence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Conflict,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SharedView>? Shared);

/// <param name="With">Id of the topic that two actors share, or of the actor that two topics share.</param>
internal sealed record SharedView(string With, SidesView Source, SidesView Target)
{
    public static SharedView Of(SharedClaims shared) => new(shared.With, SidesView.Of(shared.Source), SidesView.Of(shared.Target));
}

/// <summary>Ids of claims that count, in the order of time.</summary>
internal sealed record SidesView(IReadOnlyList<Guid> Agree, IReadOnlyList<Guid> Disagree)
{
    public static SidesView Of(BothSides sides) => new(sides.Agree, sides.Disagree);
}
