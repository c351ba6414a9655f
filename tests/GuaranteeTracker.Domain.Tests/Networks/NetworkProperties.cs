using CsCheck;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;
using GuaranteeTracker.Domain.Tests.Timelines;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Domain.Tests.Networks;

/// <summary>Of whatever record, at whatever K, networks are what their definition says.</summary>
public sealed class NetworkProperties
{
    private static readonly Gen<(ValueList<IFact> Facts, int K)> _records = Gen.Select(RandomHistories.All, Gen.Int[0, 200]);

    private static readonly Gen<(NetworkQuestion Question, int Length, int Step)> _questions = Gen.Select(RandomDebates.Questions, Gen.Int[3, 60], Gen.Int[3, 60]);

    [Fact]
    public void Each_window_has_the_edges_that_their_definition_gives_of_its_days_alone() => Sample((claims, all, question, windows) =>
    {
        var networks = NetworkMaker.TryMake(claims, question, windows, out _)!;

        networks.Select(network => network.Days).Should().Equal(windows.Cast<DayWindow?>());
        foreach (var network in networks)
        {
            var expected = NaiveNetworks.Edges(all, question, network.Days!.Value).OrderBy(edge => edge.Source, StringComparer.Ordinal).ThenBy(edge => edge.Target, StringComparer.Ordinal).ToList();
            network.Edges.Select(edge => (IdOf(network, edge.Source), IdOf(network, edge.Target))).Should().Equal(expected.Select(edge => (edge.Source, edge.Target)));
            network.Edges.Zip(expected).Where(pair => Math.Abs(pair.First.Weight - pair.Second.Weight) > 1e-12).Should().BeEmpty();
        }
    });

    [Fact]
    public void Nodes_are_counted_and_isolates_stay_or_go_as_asked() => Sample((claims, all, question, windows) =>
    {
        var everybody = NaiveNetworks.Nodes(all, question, new(DateOnly.MinValue, DateOnly.MaxValue)).Select(node => node.Id).ToList();
        foreach (var network in NetworkMaker.TryMake(claims, question, windows, out _)!)
        {
            var joined = network.Edges.SelectMany(edge => new[] { edge.Source, edge.Target }).Select(place => IdOf(network, place)).ToHashSet();
            var counts = NaiveNetworks.Nodes(all, question, network.Days!.Value).ToDictionary(node => node.Id, node => node.Claims);
            network.Nodes.Select(IdOf).Should().BeEquivalentTo(question.Isolates == Isolates.Kept ? everybody : joined);
            network.Nodes.Where(node => node.Claims != counts.GetValueOrDefault(IdOf(node), 0)).Should().BeEmpty();
            network.Nodes.Should().BeInAscendingOrder(Comparer<NetworkNode>.Create((x, y) => x.Kind == y.Kind ? string.CompareOrdinal(x.Id, y.Id) : x.Kind.CompareTo(y.Kind)));
        }
    });

    [Fact]
    public void The_claims_that_made_an_edge_make_its_weight() => Sample((claims, all, question, windows) =>
    {
        var networks = NetworkMaker.TryMake(claims, question with { Normalisation = Normalisation.None }, windows, out var excess)!;

        excess.Should().Be(NetworkExcess.None);
        var explainer = new EdgeExplainer(claims, question);

        foreach (var (edge, because) in networks.SelectMany(network => network.Edges).Zip(networks.SelectMany(explainer.Explain), (edge, because) => (edge, because)))
        {
            var (agree, disagree) = question.Kind == NetworkKind.TwoMode
                ? (because.Claims.Count, 0)
                : (because.Shared.Sum(shared => (shared.Source.Agree.Count * shared.Target.Agree.Count) + (shared.Source.Disagree.Count * shared.Target.Disagree.Count)),
                    because.Shared.Sum(shared => (shared.Source.Agree.Count * shared.Target.Disagree.Count) + (shared.Source.Disagree.Count * shared.Target.Agree.Count)));
            var sum = question.Kind switch { NetworkKind.Congruence => agree, NetworkKind.Conflict => disagree, NetworkKind.Subtract => agree - disagree, _ => agree + disagree };
            sum.Should().Be((int)edge.Weight);
        }
    });

    private static string IdOf(Network network, int place) => IdOf(network.Nodes[place]);

    private static string IdOf(NetworkNode node) => node.Kind == NodeKind.Actor ? node.Id : node.Id + "*";

    [Fact]
    public void The_order_of_recording_makes_no_difference() => Gen.Select(RandomDebates.Claims, RandomDebates.Questions).Sample((claims, question) =>
    {
        var (there, back) = (Debate.Sided(claims), Debate.Sided(claims.Reverse()));
        var (one, other) = (NetworkMaker.TryMake(there, question, out _)!, NetworkMaker.TryMake(back, question, out _)!);

        other.Nodes.Should().Equal(one.Nodes);
        other.Edges.Should().Equal(one.Edges);
        Written(new EdgeExplainer(back, question).Explain(other)).Should().Be(Written(new EdgeExplainer(there, question).Explain(one)));
    });

    private static string Written(IReadOnlyList<EdgeClaims> explained) => System.Text.Json.JsonSerializer.Serialize(explained);

    /// <summary>Networks of what the record held at some K, and of crowded debates.</summary>
    private static void Sample(Action<SidedClaims, IReadOnlyList<NaiveClaim>, NetworkQuestion, IReadOnlyList<DayWindow>> check)
    {
        Gen.Select(_records, _questions).Sample(
            (asked, question) =>
            {
                var facts = asked.Facts.Select((fact, i) => new Sequenced(i + 1, fact)).ToList();
                var record = new KeptRecord(facts);
                record.Learn(facts.Count);
                Check(SidedClaims.Between(record.Timelines, asked.K, Selection.Everything, DateTime.MinValue, DateTime.MaxValue), NaiveClaim.AllOf([.. asked.Facts.Take(asked.K)]), question);
            },
            iter: 60);
        Gen.Select(RandomDebates.Claims, _questions).Sample((claims, question) => Check(Debate.Sided(claims), claims.Select(RandomDebates.Naive), question), iter: 200);

        void Check(SidedClaims claims, IEnumerable<NaiveClaim> all, (NetworkQuestion Question, int Length, int Step) asked) =>
            check(claims, [.. all], asked.Question, claims.Days is { } days ? DayWindow.Over(days.First, days.Last, asked.Length, asked.Step, 10_000)! : []);
    }
}
