namespace GuaranteeTracker.Domain.Networks;

/// <summary>Adds up the edges of a one-mode network.</summary>
internal sealed class OneMode(NetworkQuestion question, int nodes)
{
    private readonly EdgeSums[] _sums = new EdgeSums[(long)nodes * (nodes - 1) / 2];

    /// <summary>Pairs that share something, the earlier node in the upper half.</summary>
    private readonly List<long> _pairs = [];

    /// <summary>Pairs of cells looked at so far: what a network costs.</summary>
    public long Looked { get; private set; }

    /// <param name="counts">Cells, those of what is shared together; in each such group in the order of the nodes.</param>
    /// <param name="claims">Of each node.</param>
    /// <param name="most">So many pairs may be looked at.</param>
    /// <returns>Null where that is too few.</returns>
    public List<NetworkEdge>? Join(ReadOnlySpan<CellCount> counts, ReadOnlySpan<int> claims, long most)
    {
        var isOfActors = question.Nodes == NodeKind.Actor;
        for (var first = 0; first < counts.Length;)
        {
            var (shared, end) = (SharedOf(counts[first]), first + 1);
            while (end < counts.Length && SharedOf(counts[end]) == shared)
            {
                end++;
            }

            Looked += (long)(end - first) * (end - first - 1) / 2;
            if (Looked > most)
            {
                return null;
            }

            AddPairs(counts[first..end], isOfActors);
            first = end;
        }

        return Collect(claims);

        int SharedOf(in CellCount count) => isOfActors ? count.Topic : count.Actor;
    }

    private void AddPairs(ReadOnlySpan<CellCount> group, bool isOfActors)
    {
        for (var i = 0; i < group.Length; i++)
        {
            ref readonly var one = ref group[i];
            var source = isOfActors ? one.Actor : one.Topic;
            var row = RowOf(source);
            for (var j = i + 1; j < group.Length; j++)
            {
                ref readonly var other = ref group[j];
                var target = isOfActors ? other.Actor : other.Topic;
                ref var sums = ref _sums[row + target];
                if (sums.Agree + sums.Disagree == 0)
                {
                    _pairs.Add(((long)source << 32) | (uint)target);
                }

                sums.Add(one, other);
            }
        }
    }

    private List<NetworkEdge> Collect(ReadOnlySpan<int> claims)
    {
        _pairs.Sort();
        var edges = new List<NetworkEdge>(_pairs.Count);
        foreach (var pair in _pairs)
        {
            var (source, target) = ((int)(pair >> 32), (int)pair);
            ref var sums = ref _sums[RowOf(source) + target];
            if (IsEdge(sums))
            {
                edges.Add(new(source, target, WeightOf(sums) / NormOf(sums, claims[source], claims[target]), sums.Agree, sums.Disagree));
            }

            sums = default;
        }

        _pairs.Clear();
        return edges;
    }

    /// <summary>Where the pairs of a node begin, less what the first of them is.</summary>
    private int RowOf(int node) => (int)(((long)node * ((2L * nodes) - node - 1) / 2) - node - 1);

    private bool IsEdge(in EdgeSums sums) => question.Kind switch
    {
        NetworkKind.Congruence => sums.Agree > 0,
        NetworkKind.Conflict => sums.Disagree > 0,
        _ => true,
    };

    private long WeightOf(in EdgeSums sums) => question.Kind switch
    {
        NetworkKind.Congruence => sums.Agree,
        NetworkKind.Conflict => sums.Disagree,
        NetworkKind.Subtract => sums.Agree - sums.Disagree,
        _ => throw new NotSupportedException($"{question.Kind} is no one-mode network."),
    };

    private double NormOf(in EdgeSums sums, int source, int target) => question.Normalisation switch
    {
        Normalisation.None => 1,
        Normalisation.Average => ((double)source + target) / 2,
        Normalisation.Jaccard => sums.Agree + ((double)source + target - sums.Shared),
        Normalisation.Cosine => (double)source * target,
        _ => throw new NotSupportedException($"There is no normalisation {question.Normalisation}."),
    };
}

/// <summary>What two nodes share.</summary>
internal struct EdgeSums
{
    /// <summary>Sum of the products of counts on the same side.</summary>
    public long Agree;

    /// <summary>Sum of the products of counts on opposite sides.</summary>
    public long Disagree;

    /// <summary>Claims of both on sides that both took.</summary>
    public long Shared;

    public void Add(in CellCount one, in CellCount other)
    {
        var (agree, disagree) = ((long)one.Agree * other.Agree, (long)one.Disagree * other.Disagree);
        Agree += agree + disagree;
        Disagree += ((long)one.Agree * other.Disagree) + ((long)one.Disagree * other.Agree);
        Shared += (agree > 0 ? one.Agree + other.Agree : 0) + (disagree > 0 ? one.Disagree + other.Disagree : 0);
    }
}
