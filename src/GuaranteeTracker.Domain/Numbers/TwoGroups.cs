namespace GuaranteeTracker.Domain.Numbers;

/// <summary>
/// Looks for the split into two groups with the greatest modularity, as Newman (2006) refines one: everybody is moved once, each time whoever gains most
/// or loses least by it, the best state on the way is kept, and so on while that gains. The same graph always gives the same split.
/// </summary>
internal sealed class TwoGroups
{
    /// <summary>Less is a rounding error.</summary>
    private const double Precision = 1e-12;

    /// <summary>Rounds from one start: far more than are ever needed.</summary>
    private const int MostRounds = 50;

    /// <summary>Of steps that one more start takes, so that large graphs are tried from fewer.</summary>
    private const int StepsOfStarts = 200_000;

    private readonly AgreementGraph _graph;

    /// <summary>The other group has the rest.</summary>
    private readonly bool[] _isApart;

    /// <summary>Of each actor the weights of its ties to the other group less those to its own.</summary>
    private readonly double[] _pull;

    private readonly bool[] _isMoved;
    private readonly List<int> _moves = [];
    private double _apart, _together;

    private TwoGroups(AgreementGraph graph)
    {
        _graph = graph;
        var actors = graph.Actors.Length;
        (_isApart, _pull, _isMoved) = (new bool[actors], new double[actors], new bool[actors]);
    }

    /// <summary>How many actors were looked at for a move, in all.</summary>
    public long Steps { get; private set; }

    /// <param name="graph">With a tie.</param>
    /// <returns>Of each actor whether it is in the group of the first one.</returns>
    public static (bool[] WithFirst, double Modularity, long Steps) Find(AgreementGraph graph)
    {
        var (search, actors) = (new TwoGroups(graph), graph.Actors.Length);
        var (best, split) = (search.Refine(alone: null), search._isApart.ToArray());
        var starts = Math.Min(actors, StepsOfStarts / ((long)actors * actors));
        foreach (var alone in Enumerable.Range(0, actors).OrderByDescending(actor => graph.Conflict[actor]).ThenBy(actor => actor).Take((int)starts))
        {
            var modularity = search.Refine(alone);
            if (modularity > best + Precision)
            {
                (best, split) = (modularity, search._isApart.ToArray());
            }
        }

        return (Array.ConvertAll(split, isApart => isApart == split[0]), best, search.Steps);
    }

    /// <param name="alone">Who begins apart from the others; null: nobody.</param>
    /// <returns>The modularity of what it ends in.</returns>
    private double Refine(int? alone)
    {
        Array.Clear(_isApart);
        _graph.Strength.AsSpan().CopyTo(_pull);
        for (var i = 0; i < _pull.Length; i++)
        {
            _pull[i] = -_pull[i];
        }

        (_apart, _together) = (0, _graph.TwiceMass);
        if (alone is not null)
        {
            Move(alone.Value);
        }

        var gains = true;
        for (var round = 0; gains && round < MostRounds; round++)
        {
            gains = MoveEverybodyOnce();
        }

        return Modularity();
    }

    /// <returns>Whether that gained anything; else all is as before.</returns>
    private bool MoveEverybodyOnce()
    {
        Array.Clear(_isMoved);
        _moves.Clear();
        var (sum, best, kept) = (0.0, Precision * _graph.TwiceMass * _graph.TwiceMass / 2, 0);
        while (_moves.Count < _isMoved.Length)
        {
            var (actor, gain) = FindNext();
            Move(actor);
            _isMoved[actor] = true;
            _moves.Add(actor);
            sum += gain;
            (best, kept) = sum > best ? (sum, _moves.Count) : (best, kept);
        }

        for (var i = _moves.Count - 1; i >= kept; i--)
        {
            Move(_moves[i]);
        }

        return kept > 0;
    }

    /// <summary>Who, of those not moved yet, gains most; of several the first. A gain is that of modularity, times half the square of twice the mass.</summary>
    private (int Actor, double Gain) FindNext()
    {
        var (found, most, mass) = (-1, double.NegativeInfinity, _graph.TwiceMass);
        var (strengths, lead) = (_graph.Strength, _together - _apart);
        for (var i = 0; i < _isMoved.Length; i++)
        {
            if (!_isMoved[i])
            {
                var gain = (mass * _pull[i]) - (strengths[i] * ((_isApart[i] ? lead : -lead) + strengths[i]));
                (found, most) = gain > most ? (i, gain) : (found, most);
            }
        }

        Steps += _isMoved.Length;
        return (found, most);
    }

    private void Move(int actor)
    {
        var (wasApart, strength) = (_isApart[actor], _graph.Strength[actor]);
        (_isApart[actor], _pull[actor]) = (!wasApart, -_pull[actor]);
        _apart += wasApart ? -strength : strength;
        _together -= wasApart ? -strength : strength;
        var neighbours = _graph.NeighboursOf(actor);
        var weights = _graph.WeightsOf(actor);
        for (var i = 0; i < neighbours.Length; i++)
        {
            _pull[neighbours[i]] += _isApart[neighbours[i]] == wasApart ? 2 * weights[i] : -2 * weights[i];
        }
    }

    /// <summary>Σ over both groups of the share of weight inside less what it would be at random: Newman's Q.</summary>
    private double Modularity()
    {
        var inside = 0.0;
        for (var i = 0; i < _pull.Length; i++)
        {
            inside += (_graph.Strength[i] - _pull[i]) / 2;
        }

        var (apart, together) = (_apart / _graph.TwiceMass, _together / _graph.TwiceMass);
        return (inside / _graph.TwiceMass) - (apart * apart) - (together * together);
    }
}
