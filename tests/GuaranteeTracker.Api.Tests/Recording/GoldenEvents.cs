using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Recording;

/// <summary>Events stored once must load for ever: each type has a file of its stored JSON, which no change of the code may outdate.</summary>
public sealed class GoldenEvents(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly Guid
        Source = Guid.Parse("dcb73d2d-251b-409c-8d6c-85f94c8576c5"),
        Claim = Guid.Parse("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f"),
        Encounter = Guid.Parse("7d9c8b1a-0e2f-4a3b-8c4d-5e6f7a8b9c0d");

    private static readonly Mandate ForUs = new("us", new DateOnly(2025, 1, 20), null), Past = new("us", new DateOnly(2017, 1, 20), new DateOnly(2021, 1, 20));

    private static readonly ClaimContent Bare = new(
        "us", "us-air-support", Stance.Open, Act.Statement, Voice.Quote, "donald-trump", null, Date("2025-08-18"), null, "The US might help by air.",
        [], [], new(Source, [new Quote("by air", null, null, 49, 55)]));

    private static readonly ClaimContent Full = new(
        "ukraine", "arms-purchase", Stance.Commits, Act.Pledge, Voice.Hearsay, "volodymyr-zelensky", "donald-trump", Date("2025-08-18T21:30:00-04:00"),
        "Telegram", "Ukraine buys “US” weapons & more <b>at once</b>: Київ.", ["after a ceasefire", "with Congress"],
        [
            new MoneyTerm(90_000_000_000m, "USD", [new Money(67_000_000_000.5m, "GBP")]),
            new MoneyTerm(0.10m, "EUR", []),
            new QuantityTerm(26, "countries", Bound.AtLeast, 35),
            new QuantityTerm(2, "wings", Bound.About, null),
        ],
        new(Source, [new Quote("𝕎", null, " On", 0, 1), new Quote("troops", "Western ", ". The", 87, 93)]));

    private static readonly Dictionary<string, IFact> Events = new(StringComparer.Ordinal)
    {
        ["source-registered"] = new SourceRegistered(
            Source, "https://example.org/article?a=1&b=2", "Example", "Leaders “met”", new DateOnly(2025, 8, 20), "en-GB",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 137, Claim),
        ["source-withdrawn"] = new SourceWithdrawn(Source, "The publisher took it back.\nAll of it."),
        ["claim-recorded"] = new ClaimRecorded(Claim, Full),
        ["claim-corrected"] = new ClaimCorrected(Claim, Bare, "It was another actor."),
        ["claim-disputed"] = new ClaimDisputed(Claim, "Who said so?"),
        ["dispute-resolved"] = new DisputeResolved(Claim, "A recording shows it."),
        ["claim-retracted"] = new ClaimRetracted(Claim, "It was a joke."),
        ["actor-registered"] = new ActorRegistered("donald-trump", new ActorContent("Donald Trump", ActorKind.Person, ["President Trump"], [Past, ForUs])),
        ["actor-renamed"] = new ActorRenamed("volodymyr-zelensky", "Volodymyr Zelenskyy"),
        ["alias-added"] = new AliasAdded("nato", "НАТО"),
        ["alias-removed"] = new AliasRemoved("nato", "OTAN"),
        ["mandate-granted"] = new MandateGranted("donald-trump", ForUs),
        ["mandate-ended"] = new MandateEnded("donald-trump", "us", new DateOnly(2025, 1, 20), new DateOnly(2029, 1, 20)),
        ["mandate-withdrawn"] = new MandateWithdrawn("donald-trump", "us", new DateOnly(2017, 1, 20)),
        ["topic-registered"] = new TopicRegistered("us-air-support", new TopicContent("US air support", "The United States supports Ukraine from the air.")),
        ["topic-reworded"] = new TopicReworded("us-air-support", new TopicContent("Air support by the US", "The United States supports Ukraine from the air.")),
        ["encounter-recorded"] = new EncounterRecorded(Encounter, new EncounterContent("Alaska meeting", Date("2025-08-15"), "Anchorage", ["russia", "us"])),
        ["encounter-corrected"] = new EncounterCorrected(Encounter, new EncounterContent("Alaska meeting", Date("2025-08-14/2025-08-15"), null, ["us"]), null),
    };

    public static TheoryData<string> Names => [.. Events.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_event_is_written_as_its_golden_file_has_it(string name) =>
        Serializer.ToJson(Events[name]).Should().Be(await GoldenAsync(name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_golden_file_is_read_back_as_the_same_event_whatever_order_the_database_gives_its_members(string name)
    {
        var type = Events[name].GetType();
        var stored = await StoredAsync(await GoldenAsync(name));

        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(stored));

        (await Serializer.FromJsonAsync(type, stream)).Should().Be(Events[name]);
    }

    [Fact]
    public void Every_event_type_has_a_golden_file_under_its_stored_name()
    {
        var types = typeof(IFact).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IFact)) && !type.IsInterface);
        var known = Store.Options.Events.AllKnownEventTypes();

        Events.Values.Select(e => e.GetType()).Should().BeEquivalentTo(types);
        Events.Should().OnlyContain(e => known.Single(type => type.EventType == e.Value.GetType()).EventTypeName == e.Key);
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Events.Keys);
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    private IDocumentStore Store => tracker.Services.GetRequiredService<IDocumentStore>();

    private ISerializer Serializer => Store.Options.Serializer();

    private static async Task<string> GoldenAsync(string name) => (await File.ReadAllTextAsync(Path.Combine(Folder, name + ".json"))).TrimEnd('\n');

    private static Edtf Date(string text) => Edtf.TryParse(text, out var date, out var because) ? date : throw new ArgumentException(because);

    /// <summary>As jsonb gives it back: members in an order of its own.</summary>
    private async Task<string> StoredAsync(string json)
    {
        await using var command = tracker.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select $1::jsonb::text");
        command.Parameters.Add(new() { Value = json });
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
