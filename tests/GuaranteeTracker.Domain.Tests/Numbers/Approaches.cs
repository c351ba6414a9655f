using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Numbers;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Tests.Pictures;

namespace GuaranteeTracker.Domain.Tests.Numbers;

/// <summary>The example of docs/numbers.md, and what numbers say in few words.</summary>
internal static class Approaches
{
    public static AClaim[] OfTheManual { get; } =
    [
        Said(1, "eu", Stance.Open, "2025-08-04"), Said(2, "eu", Stance.Supports, "2025-08-15"),
        Said(3, "uk", Stance.Commits, "2025-08-01"),
        Said(4, "russia", Stance.Rejects, "2025-08-02"), Said(5, "russia", Stance.Opposes, "2025-08-16"),
        Said(6, "us", Stance.Undecided, "2025-08-03"), Said(7, "us", Stance.Open, "2025-08-18"),
        Said(8, "ukraine", Stance.Commits, "2025-08-17"),
        Said(9, "nato", Stance.Supports, "2025-08-01") with { Voice = Voice.Hearsay, ReportedBy = "uk" },
    ];

    public static DateTime First { get; } = End("2025-08-04");

    public static DateTime Second { get; } = End("2025-08-18");

    public static AClaim Said(int number, string actor, Stance stance, string stated = "2025-08-18") =>
        new(number) { Actor = actor, Stance = stance, Stated = stated, Source = new(1, "2030-12-31") };

    /// <summary>One claim for each stance, by as many actors.</summary>
    public static AClaim[] OfStances(params int[] stances) => [.. stances.Select((stance, i) => Said(i + 1, $"actor-{i:00}", (Stance)stance, "2025-08-04"))];

    public static IReadOnlyList<CellCourse> Courses(params AClaim[] claims) => [.. CellCourse.All(History.Given(claims).Known)];

    public static StanceTally Tally(DateTime at, params AClaim[] claims) => StanceSeries.At(Courses(claims), [at]).Single();

    public static DateTime End(string day) => Microseconds.EndOfDay(History.Day(day));
}
