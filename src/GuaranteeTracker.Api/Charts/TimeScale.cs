namespace GuaranteeTracker.Api.Charts;

/// <summary>Where on a line an instant lies.</summary>
internal sealed record TimeScale(DateTime From, DateTime To, double Left, double Right)
{
    private const double Margin = 0.04, MarginForTips = 0.14, MostOfUncertainty = 0.5;

    private static readonly TimeSpan _shortest = TimeSpan.FromDays(2), _leastUncertainty = TimeSpan.FromDays(7);

    /// <summary>A line that has all lanes on it, and a little more at both ends.</summary>
    public static TimeScale Over(Lanes lanes, double left, double right)
    {
        var (from, to) = Extent(lanes);
        var goesOn = lanes.Items.Any(lane => lane.Segments.Any(segment => segment.Until is null));
        var margin = TimeSpan.FromTicks(Math.Max((long)((to - from).Ticks * Margin), (_shortest - (to - from)).Ticks / 2));
        var (first, last) = (Add(from, -margin), Add(to, goesOn ? TimeSpan.FromTicks(Math.Max(margin.Ticks, (long)((to - from + margin).Ticks * MarginForTips))) : margin));
        return (lanes.From ?? first) < (lanes.To ?? last) ? new(lanes.From ?? first, lanes.To ?? last, left, right) : new(first, last, left, right);
    }

    /// <summary>Instants beyond an end lie on it.</summary>
    public double X(DateTime at) =>
        at <= From ? Left : at >= To ? Right : Left + ((Right - Left) * ((double)(at - From).Ticks / (To - From).Ticks));

    public bool Shows(DateTime at) => From <= at && at <= To;

    /// <summary>Encounters count only where nothing else does. What is uncertain over a long time does not stretch the line for its sake alone.</summary>
    private static (DateTime From, DateTime To) Extent(Lanes lanes)
    {
        var dots = lanes.Items.SelectMany(lane => lane.Dots).ToList();
        var instants = lanes.Items.SelectMany(lane => lane.Segments).SelectMany(segment => new[] { segment.From, segment.Until ?? segment.From }).Concat(dots.Select(dot => dot.At)).ToList();
        instants = instants.Count > 0 ? instants : [.. lanes.Markers.Select(marker => marker.At)];
        if (instants.Count == 0)
        {
            return (lanes.From ?? lanes.To ?? DateTime.UnixEpoch, lanes.To ?? lanes.From ?? DateTime.UnixEpoch);
        }

        var (first, last) = (instants.Min(), instants.Max());
        var furthest = Add(first, -TimeSpan.FromTicks(Math.Max((long)((last - first).Ticks * MostOfUncertainty), _leastUncertainty.Ticks)));
        return (dots.Select(dot => dot.Earliest).Where(earliest => earliest >= furthest).Append(first).Min(), last);
    }

    private static DateTime Add(DateTime at, TimeSpan span) =>
        new(Math.Clamp(at.Ticks + span.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
