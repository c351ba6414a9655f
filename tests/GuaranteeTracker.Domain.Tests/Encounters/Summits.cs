using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Domain.Tests.Encounters;

/// <summary>A summit, and the request that records it.</summary>
internal static class Summits
{
    public static readonly Guid Id = Guid.Parse("11111111-1111-1111-1111-111111111111");

    public static readonly RecordEncounter Request = new()
    {
        Title = "Meeting in the White House",
        Date = "2025-08-18",
        Place = "Washington",
        Present = ["volodymyr-zelensky", "donald-trump"],
    };

    public static readonly EncounterContent Content = new("Meeting in the White House", Date("2025-08-18"), "Washington", ["donald-trump", "volodymyr-zelensky"]);

    public static readonly EncounterRecorded Recorded = new(Id, Content);

    public static readonly HashSet<string> Actors = ["donald-trump", "volodymyr-zelensky", "mark-rutte"];

    public static Chapter<Encounter, IEncounterFact> Given(params IEncounterFact[] facts) => new(facts.Aggregate((Encounter?)null, Encounter.Evolve));

    public static Edtf Date(string text) => Edtf.TryParse(text, out var date, out var because) ? date : throw new ArgumentException(because);
}
