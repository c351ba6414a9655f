using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Seeds;

/// <summary>One request of the seeds, decided by its own decider.</summary>
/// <param name="References">Ids of what it refers to, which come before it.</param>
/// <param name="Decide">The facts it adds to what is known.</param>
internal sealed record SeedInput(string Id, IReadOnlySet<string> References, Func<Knowledge, IEnumerable<IFact>> Decide)
{
    private static readonly JsonSerializerOptions _strictly = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private static readonly DateTime _now = new(2025, 8, 21, 0, 0, 0, DateTimeKind.Utc);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static string Article { get; } = Directory.GetDirectories(Folder).Single(folder => File.Exists(Path.Combine(folder, "article.json")));

    /// <summary>All of them, as the files have them.</summary>
    public static IReadOnlyList<SeedInput> ReadAll()
    {
        var text = File.ReadAllText(Path.Combine(Article, "article.txt"));
        return
        [
            .. Items(Path.Combine(Folder, "catalogue", "actors.json")).Select(OfActor),
            .. Items(Path.Combine(Folder, "catalogue", "topics.json")).Select(OfTopic),
            OfSource(JsonNode.Parse(File.ReadAllText(Path.Combine(Article, "article.json")))!.AsObject(), text),
            .. Items(Path.Combine(Article, "claims.json")).Select(item => OfClaim(item, text)),
            .. Items(Path.Combine(Article, "encounters.json")).Select(OfEncounter),
        ];
    }

    private static SeedInput OfActor(JsonObject item)
    {
        var id = Take(item);
        var request = Read<SetActor>(item);
        return new(id, Ids([.. (request.Mandates ?? []).Select(mandate => mandate!.For)]), known => Accepted(request.Decide(known.Actors.GetValueOrDefault(id), id, Set(known.Actors.Keys))));
    }

    private static SeedInput OfTopic(JsonObject item)
    {
        var id = Take(item);
        var request = Read<SetTopic>(item);
        return new(id, Ids(), known => Accepted(request.Decide(known.Topics.GetValueOrDefault(id), id)));
    }

    private static SeedInput OfSource(JsonObject item, string text)
    {
        var request = Read<RegisterSource>(item) with { Text = text };
        var id = Guid.Parse(request.Id!);
        return new(request.Id!, Ids(), known => Accepted(request.Decide(known.Sources.GetValueOrDefault(id), id, _now, known.Sources.ContainsKey)));
    }

    private static SeedInput OfClaim(JsonObject item, string text)
    {
        var request = Read<RecordClaim>(item);
        var (id, source) = (Guid.Parse(request.Id!), Guid.Parse(request.Evidence!.Source!));
        return new(
            request.Id!,
            Ids(request.Actor, request.Topic, request.Speaker, request.ReportedBy, request.Evidence.Source),
            known => Accepted(request.Decide(known.Claims.GetValueOrDefault(id), id, new(Set(known.Actors.Keys), Set(known.Topics.Keys), known.Sources.GetValueOrDefault(source), SourceText.Normalise(text)))));
    }

    private static SeedInput OfEncounter(JsonObject item)
    {
        var request = Read<RecordEncounter>(item);
        var id = Guid.Parse(request.Id!);
        return new(request.Id!, Ids([.. request.Present!]), known => Accepted(request.Decide(known.Encounters.GetValueOrDefault(id), id, Set(known.Actors.Keys))));
    }

    private static IEnumerable<JsonObject> Items(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(item => item!.AsObject());

    private static T Read<T>(JsonObject item) => item.Deserialize<T>(_strictly)!;

    /// <summary>An id that stands in the address, not in the request.</summary>
    private static string Take(JsonObject item)
    {
        var id = item["id"]!.GetValue<string>();
        item.Remove("id");
        return id;
    }

    private static IEnumerable<IFact> Accepted<TFact>(Decision<TFact> decision)
        where TFact : IFact =>
        decision.Should().BeOfType<Decision<TFact>.Accepted>().Which.Facts.Cast<IFact>();

    private static HashSet<string> Ids(params IEnumerable<string?> ids) => Set(ids.OfType<string>());

    private static HashSet<string> Set(IEnumerable<string> ids) => new(ids, StringComparer.Ordinal);
}
