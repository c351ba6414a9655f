using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>Which picture is asked for: D the end of a random day of the three years, K a random sequence number, a random topic.</summary>
internal readonly record struct Question(int Topic, Moment Moment)
{
    public static Question At(int number, int topics, long last)
    {
        var draw = Draw.For(Draw.Kind.Moment, number);
        var day = DateOnly.FromDateTime(World.First.AddDays(draw.Below((World.End - World.First).Days)));
        return new(draw.Below(topics), new(Microseconds.EndOfDay(day), 1 + draw.Below(last)));
    }

    public static Question[] Many(int count, int topics, long last) => [.. Enumerable.Range(0, count).Select(number => At(number, topics, last))];
}
