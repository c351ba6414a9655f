using System.Diagnostics;
using GuaranteeTracker.Benchmarks.Measuring;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>Rounds in turn, so that whatever else the machine does falls on everything alike: the floor, then each thing measured.</summary>
internal sealed class RatioTable(string title, int questions)
{
    private const int Rounds = 9;

    private readonly List<(string Name, Action<int> Ask)> _things = [];

    /// <param name="ask">Given the number of the question. The first thing added is the floor.</param>
    public RatioTable Add(string name, Action<int> ask)
    {
        _things.Add((name, ask));
        return this;
    }

    public void Run(TextWriter output)
    {
        var means = _things.Select(_ => new List<double>()).ToList();
        for (var round = -2; round < Rounds; round++) // two rounds for the runtime to compile what is hot
        {
            for (var thing = 0; thing < _things.Count; thing++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < questions; i++)
                {
                    _things[thing].Ask(i);
                }

                if (round >= 0)
                {
                    means[thing].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / questions);
                }
            }
        }

        output.WriteLine($"{title}: median of {Rounds} rounds of {questions}");
        for (var thing = 0; thing < _things.Count; thing++)
        {
            var ratio = Samples.MedianOf(means[thing].Zip(means[0], (mine, floor) => mine / floor));
            output.WriteLine($"  {_things[thing].Name,-34}{Samples.MedianOf(means[thing]),10:0.0} µs   {ratio:0.00} × floor   ({means[thing].Min():0.0}–{means[thing].Max():0.0})");
        }
    }
}
