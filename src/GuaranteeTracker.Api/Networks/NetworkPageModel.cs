using GuaranteeTracker.Api.Pages;

namespace GuaranteeTracker.Api.Networks;

/// <summary>A discourse network, for people.</summary>
/// <param name="Asked">As the form has it.</param>
/// <param name="Counts">How much there is, in words.</param>
/// <param name="TooLarge">Why nothing is shown; null where something is.</param>
/// <param name="Chart">An element of SVG; null where there is no edge to draw.</param>
/// <param name="Left">What the chart leaves out, in words; null where it has all.</param>
/// <param name="Edges">The strongest first.</param>
/// <param name="MoreEdges">How many there are beside those.</param>
public sealed record NetworkPageModel(
    PageHead Head, AsKnown Known, NetworkFields Asked, string Counts, string? TooLarge, string? Chart, string? Left, IReadOnlyList<ExplainedEdge> Edges, int MoreEdges,
    Choices Actors, Choices Topics, IReadOnlyList<Download> Downloads);

/// <summary>Words of the address.</summary>
/// <param name="From">A day.</param>
/// <param name="To">A day.</param>
public sealed record NetworkFields(string Kind, string Nodes, string Duplicates, string Normalisation, string? From, string? To);

/// <summary>An edge with the claims that made it.</summary>
/// <param name="Made">What the weight is made of, in words.</param>
/// <param name="Causes">By what both share; one where it is between an actor and a topic.</param>
/// <param name="MoreClaims">How many claims made it beside those told.</param>
public sealed record ExplainedEdge(NetworkEnd Source, NetworkEnd Target, string Weight, string Made, IReadOnlyList<NetworkCause> Causes, int MoreClaims);

/// <param name="Address">Of the page about it.</param>
public sealed record NetworkEnd(string Name, string Address);

/// <summary>Claims that made an edge.</summary>
/// <param name="With">The topic that both actors share, or the actor that both topics share; null where the edge is between an actor and a topic.</param>
public sealed record NetworkCause(string? With, IReadOnlyList<NetworkVoice> Voices);

/// <summary>What was said at one end of an edge.</summary>
/// <param name="Who">The node it is of.</param>
public sealed record NetworkVoice(string Who, IReadOnlyList<NetworkClaim> Claims);

/// <param name="Agrees">Else it disagrees.</param>
public sealed record NetworkClaim(Guid Id, bool Agrees);
