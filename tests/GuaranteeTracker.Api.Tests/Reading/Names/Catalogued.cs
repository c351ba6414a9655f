using GuaranteeTracker.Api.Reading.Names;

namespace GuaranteeTracker.Api.Tests.Reading.Names;

/// <summary>Something to be looked up.</summary>
internal sealed record Catalogued(string Id, string Name, string[] Aliases, string? Sentence = null)
{
    /// <summary>Those of the seeds that are easily mistaken for others, and others that they are easily mistaken for.</summary>
    public static IReadOnlyList<Catalogued> All { get; } =
    [
        new("us", "United States", ["US", "USA", "United States of America", "Washington"]),
        new("uk", "United Kingdom", ["UK", "Britain", "London"]),
        new("ukraine", "Ukraine", ["Kyiv"]),
        new("russia", "Russia", ["Russian Federation", "Moscow"]),
        new("nato", "NATO", ["North Atlantic Treaty Organization"]),
        new("coalition-of-the-willing", "Coalition of the willing", []),
        new("donald-trump", "Donald Trump", ["Trump", "President Trump"]),
        new("keir-starmer", "Keir Starmer", ["Sir Keir Starmer", "Sir Keir", "Starmer"]),
        new("volodymyr-zelensky", "Volodymyr Zelensky", ["Zelensky"]),
        new("vladimir-putin", "Vladimir Putin", ["Putin"]),
        new("mark-rutte", "Mark Rutte", ["Rutte"]),
        new("russian-foreign-ministry", "Russian foreign ministry", ["Ministry of Foreign Affairs of the Russian Federation"]),
        new("iraq", "Iraq", []), new("zambia", "Zambia", []), new("slovenia", "Slovenia", []), new("australia", "Australia", []), new("north-korea", "North Korea", []),
        new("cote-d-ivoire", "Côte d’Ivoire", ["Ivory Coast"]), new("lodz", "Łódź", []),
        new("us-air-support", "US air support", [], "The United States supports Ukraine from the air."),
    ];

    public static IReadOnlyList<Found<Catalogued>> Find(string wish) => Find(All, wish);

    public static IReadOnlyList<Found<Catalogued>> Find(IEnumerable<Catalogued> among, string wish) =>
        NameLookup.Find(among, wish, one => new(one.Id, one.Name, one.Aliases, one.Sentence));
}
