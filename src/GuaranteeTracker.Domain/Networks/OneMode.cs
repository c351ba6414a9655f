namespace GuaranteeTracker.Domain.Networks;

/// <summary>Adds up what ties the nodes of a one-mode network.</summary>
internal sealed class OneMode(NetworkQuestion question, int nodes)
{
    private readonly Tie[] _ties = new Tie[(long)nodes * (nodes - 1) / 2];

    /// <summary>Pairs with a tie, the earlier node in the upper half.</summary>
    private readonly List<long> _tied = [];

    /// <param name="counts">Cells, those of what is shared together; in each such group in the order of the nodes.</param>
    /// <param name="claims">Of each node.</param>
    public List<NetworkEdge> Tie(ReadOnlySpan<CellCount> counts, ReadOnlySpan<int> claims)
    {
        var isOverActors = question.Over == Mode.Actors;
        for (var first = 0; first < counts.Length;)
        {
            var (shared, end) = (SharedOf(counts[first]), first + 1);
            while (end < counts.Length && SharedOf(counts[end]) == shared)
            {
                end++;
            }

            AddPairs(counts[first..end], isOverActors);
            first = end;
        }

        return Collect(claims);

        int SharedOf(in CellCount count) => isOverActors ? count.Topic : count.Actor;
    }

    private void AddPairs(ReadOnlySpan<CellCount> group, bool isOverActors)
    {
        for (var i = 0; i < group.Length; i++)
        {
            ref readonly var one = ref group[i];
            var source = isOverActors ? one.Actor : one.Topic;
            var row = RowOf(source);
            for (var j = i + 1; j < group.Length; j++)
            {
                ref readonly var other = ref group[j];
                var target = isOverActors ? other.Actor : other.Topic;
                ref var tie = ref _ties[row + target];
                if (tie.Alike + tie.Opposed == 0)
                {
                    _tied.Add(((long)source << 32) | (uint)target);
                }

                tie.Add(one, other);
            }
        }
    }

    private List<NetworkEdge> Collect(ReadOnlySpan<int> claims)
    {
        _tied.Sort();
        var edges = new List<NetworkEdge>(_tied.Count);
        foreach (var pair in _tied)
        {
            var (source, target) = ((int)(pair >> 32), (int)pair);
            ref var tie = ref _ties[RowOf(source) + target];
            if (Counts(tie))
            {
                edges.Add(new(source, target, WeightOf(tie) / NormOf(tie, claims[source], claims[target]), tie.Alike, tie.Opposed));
            }

            tie = default;
        }

        _tied.Clear();
        return edges;
    }

    /// <summary>Where the pairs of a node begin, less what the first of them is.</summary>
    private int RowOf(int node) => (int)(((long)node * ((2L * nodes) - node - 1) / 2) - node - 1);

    private bool Counts(in Tie tie) => question.Kind switch
    {
        NetworkKind.Congruence => tie.Alike > 0,
        NetworkKind.Conflict => tie.Opposed > 0,
        _ => true,
    };

    private long WeightOf(in Tie tie) => question.Kind switch
    {
        NetworkKind.Congruence => tie.Alike,
        NetworkKind.Conflict => tie.Opposed,
        NetworkKind.Subtract => tie.Alike - tie.Opposed,
        _ => throw new NotSupportedException($"{question.Kind} is no one-mode network."),
    };

    private double NormOf(in Tie tie, int source, int target) => question.Normalisation switch
    {
        Normalisation.None => 1,
        Normalisation.Average => ((double)source + target) / 2,
        Normalisation.Jaccard => tie.Alike + ((double)source + target - tie.Shared),
        Normalisation.Cosine => (double)source * target,
        _ => throw new NotSupportedException($"There is no normalisation {question.Normalisation}."),
    };
}

/// <summary>What ties two nodes.</summary>
internal struct Tie
{
    /// <summary>Sum of the products of counts on the same side.</summary>
    public long Alike;

    /// <summary>Sum of the products of counts on opposite sides.</summary>
    public long Opposed;

    /// <summary>Claims of both on sides that both took.</summary>
    public long Shared;

    public void Add(in CellCount one, in CellCount other)
    {
        var (agreeing, disagreeing) = ((long)one.Agreeing * other.Agreeing, (long)one.Disagreeing * other.Disagreeing);
        Alike += agreeing + disagreeing;
        Opposed += ((long)one.Agreeing * other.Disagreeing) + ((long)one.Disagreeing * other.Agreeing);
        Shared += (agreeing > 0 ? one.Agreeing + other.Agreeing : 0) + (disagreeing > 0 ? one.Disagreeing + other.Disagreeing : 0);
    }
}
