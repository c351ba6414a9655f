using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary>What a cell's actor thinks when: one stance for a run of claims, then another.</summary>
internal static class Stances
{
    private static readonly Stance[] _all = Enum.GetValues<Stance>();

    public static Stance At(Scale scale, int actor, int topic, DateTime at)
    {
        var cell = (actor * World.Topics) + topic;
        var start = Draw.For(Draw.Kind.Cell, cell).Below(scale.Run.Ticks); // cells do not turn all at once
        var run = (at.Ticks - World.First.Ticks + start) / scale.Run.Ticks;
        return Draw.For(Draw.Kind.Cell, cell, 1 + run).Of(_all);
    }

    /// <summary>Another one: what hearsay has, or a second voice, or what a correction corrects.</summary>
    public static Stance Other(ref Draw draw, Stance stance)
    {
        var other = draw.Below(_all.Length - 1);
        return _all[other < Array.IndexOf(_all, stance) ? other : other + 1];
    }
}
