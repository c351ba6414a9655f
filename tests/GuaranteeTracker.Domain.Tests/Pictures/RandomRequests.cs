using CsCheck;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>What a decider makes of a request, given what the record holds: facts, or none where it refuses.</summary>
internal delegate IEnumerable<IFact> Request(Knowledge known);

/// <summary>Requests of every kind over a world so small that claims meet in cells, tie, and contradict.</summary>
internal static class RandomRequests
{
    public static readonly string[] Actors = ["eu", "nato", "us", "mark-rutte", "donald-trump"];
    public static readonly string[] Topics = ["air-support", "sanctions"];
    public const int Claims = 16, Sources = 4;

    private const string Words = "alpha bravo charlie delta";
    private static readonly DateTime _now = new(2025, 9, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<Guid> _claimIds = Gen.Int[1, Claims].Select(AClaim.IdOf);
    private static readonly Gen<Guid> _sourceIds = Gen.Int[1, Sources].Select(AClaim.IdOf);
    private static readonly Gen<string> _reasons = Gen.OneOf("misread", "unsure");

    /// <summary>Puts everything on record that claims refer to, each with something of its own.</summary>
    public static Gen<Request[]> Catalogue { get; } =
        Actors.Select(id => ActorAs(id, Gen.Const<MandateInput[]>([]))).Concat(Actors.Select(ActorAs)).Concat(Topics.Select(TopicAs)).Concat(Enumerable.Range(1, Sources).Select(Registration))
            .Aggregate(Gen.Const<Request[]>([]), (all, one) => Gen.Select(all, one, (requests, request) => (Request[])[.. requests, request]));

    /// <summary>One request of any kind; recording claims is the most usual.</summary>
    public static Gen<Request> Any { get; } = Gen.Frequency(
        (20, Gen.Select(_claimIds, RandomContents.Claims).Select((id, content) => Record(id, content))),
        (4, Gen.Select(_claimIds, RandomContents.Claims, _reasons).Select((id, content, reason) => Correct(id, content, reason))),
        (3, Gen.Select(_claimIds, _reasons).Select((id, reason) => Ask(known => new DisputeClaim { Reason = reason }.Decide(Held(known.Claims, id))))),
        (3, Gen.Select(_claimIds, _reasons).Select((id, reason) => Ask(known => new ResolveDispute { Reason = reason }.Decide(Held(known.Claims, id))))),
        (1, Gen.Select(_claimIds, _reasons).Select((id, reason) => Ask(known => new RetractClaim { Reason = reason }.Decide(Held(known.Claims, id))))),
        (1, Gen.Select(_sourceIds, Gen.Int[0, 4]).Select((id, luck) => Ask(known => new WithdrawSource { Reason = luck == 0 ? "a forgery" : null }.Decide(Held(known.Sources, id))))),
        (3, Gen.OneOf([.. Actors.Select(ActorAs)])),
        (1, Gen.OneOf([.. Topics.Select(TopicAs)])),
        (1, Gen.Select(_claimIds, Gen.OneOf("Alaska", "London")).Select((id, place) => Ask(known =>
            new RecordEncounter { Title = "A summit", Date = "2025-08-15", Place = place, Present = ["us"] }.Decide(Held(known.Encounters, id), id, known.Actors.Keys.ToHashSet())))));

    private static Gen<Request> ActorAs(string id) => ActorAs(id, RandomContents.MandatesOf(id));

    private static Gen<Request> ActorAs(string id, Gen<MandateInput[]> withMandates) =>
        Gen.Select(Gen.OneOf("One name", "Another name"), withMandates).Select((name, mandates) => Ask(known =>
            new SetActor { Name = name, Kind = "organisation", Mandates = mandates }.Decide(Held(known.Actors, id), id, known.Actors.Keys.ToHashSet())));

    private static Gen<Request> TopicAs(string id) => Gen.OneOf("One title", "Another title").Select(title => Ask(known =>
        new SetTopic { Title = title, Proposition = "Somebody does something." }.Decide(Held(known.Topics, id), id)));

    private static Gen<Request> Registration(int number) => Gen.Select(Gen.Frequency((3, Gen.Const("2025-08-19")), (2, RandomContents.Days)), Gen.OneOf("Meduza", "The Independent")).Select((published, publisher) => Ask(known =>
        new RegisterSource { Url = "https://example.org/", Publisher = publisher, Title = "An article", Published = published, Language = "en", Text = Words }
            .Decide(Held(known.Sources, AClaim.IdOf(number)), AClaim.IdOf(number), _now, known.Sources.ContainsKey)));

    private static Request Record(Guid id, ClaimInput content) => Ask(known => new RecordClaim
    {
        Actor = content.Actor, Topic = content.Topic, Stance = content.Stance, Voice = content.Voice, Speaker = content.Speaker, ReportedBy = content.ReportedBy,
        Stated = content.Stated, Summary = content.Summary, Conditions = content.Conditions, Terms = content.Terms, Evidence = content.Evidence,
    }.Decide(Held(known.Claims, id), id, References(known, content)));

    /// <summary>A correction keeps the claim's source, whatever the content says.</summary>
    private static Request Correct(Guid id, ClaimInput content, string reason) => known =>
    {
        var claim = Held(known.Claims, id);
        var kept = content with { Evidence = content.Evidence! with { Source = (claim?.First.Evidence.Source ?? Guid.Empty).ToString() } };
        return Ask(_ => new CorrectClaim { Reason = reason, Claim = kept }.Decide(claim, References(known, kept)))(known);
    };

    private static ClaimReferences References(Knowledge known, ClaimInput content) =>
        new(known.Actors.Keys.ToHashSet(), known.Topics.Keys.ToHashSet(), Held(known.Sources, Guid.Parse(content.Evidence!.Source!)), Words);

    private static Request Ask<TFact>(Func<Knowledge, Decision<TFact>> decide)
        where TFact : IFact => known => decide(known) is Decision<TFact>.Accepted { Facts: var facts } ? facts.Cast<IFact>() : [];

    private static T? Held<TId, T>(IReadOnlyDictionary<TId, T> all, TId id)
        where T : class => all.TryGetValue(id, out var one) ? one : null;
}
