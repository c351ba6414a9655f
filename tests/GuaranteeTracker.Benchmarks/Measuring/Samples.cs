using System.Diagnostics;

namespace GuaranteeTracker.Benchmarks.Measuring;

/// <summary>Times of one thing, done often, in microseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _microseconds = [];

    public int Count => _microseconds.Count;

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public void Add(TimeSpan time) => _microseconds.Add(time.TotalMicroseconds);

    public void Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        Add(Stopwatch.GetElapsedTime(start));
    }

    /// <param name="share">0.99 for the time that 99 of 100 stay below.</param>
    public double At(double share)
    {
        _microseconds.Sort();
        return _microseconds.Count == 0 ? double.NaN : _microseconds[(int)Math.Min(_microseconds.Count - 1, share * _microseconds.Count)];
    }

    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }
}
