using System.Globalization;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Pictures;

/// <summary>What happened to the record in one test. Whatever the claims refer to is on record too.</summary>
internal sealed record History(ValueList<AClaim> Claims, ValueList<AClaim> Corrections, ValueList<IFact> Later)
{
    public static History Given(params AClaim[] claims) => new([.. claims], [], []);

    public static AClaim Said(int number) => new(number);

    public static AClaim Told(int number, string by) => new(number) { Voice = Voice.Hearsay, ReportedBy = by };

    public static ASource Printed(int number, string on = "2025-08-20", string by = "The Independent") => new(number, on, by);

    public static Guid Id(int number) => AClaim.IdOf(number);

    /// <summary>The claim of that number, with this content from now on.</summary>
    public History Corrected(AClaim to) => Then(new ClaimCorrected(to.Id, to.Content, "misread")) with { Corrections = [.. Corrections, to] };

    public History Disputed(int number) => Then(new ClaimDisputed(Id(number), "doubtful"));

    public History Resolved(int number) => Then(new DisputeResolved(Id(number), "it is right"));

    public History Retracted(int number) => Then(new ClaimRetracted(Id(number), "misread"));

    public History Withdrawn(ASource source) => Then(new SourceWithdrawn(source.Id, "a forgery"));

    public History Mandate(string of, string @for, string from, string? to = null) =>
        Then(new MandateGranted(of, new Mandate(@for, Day(from), to is null ? null : Day(to))));

    public History MandateEnded(string of, string @for, string from, string to) => Then(new MandateEnded(of, @for, Day(from), Day(to)));

    public History MandateWithdrawn(string of, string @for, string from) => Then(new MandateWithdrawn(of, @for, Day(from)));

    public History Then(IFact fact) => this with { Later = [.. Later, fact] };

    /// <summary>The same, with the claims put on record the other way round.</summary>
    public History Reversed() => this with { Claims = [.. Claims.Reverse()] };

    public Knowledge Known => Knowledge.Of([.. Catalogue(), .. Claims.Select(claim => new ClaimRecorded(claim.Id, claim.Content)), .. Later]);

    /// <param name="asOf">D: a date or an instant.</param>
    public Picture At(string asOf, Selection? shown = null) =>
        Picture.Of(Known, End(asOf), shown ?? Selection.Everything);

    /// <param name="asOf">D: a date or an instant.</param>
    public Outline OutlineAt(string asOf) => Outline.Of(Known, End(asOf), Selection.Everything);

    public CellHistory Cell(string actor = "us", string topic = "air-support") => CellHistory.Of(Known, actor, topic);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime End(string asOf) => IsoMoment.TryParse(asOf, out var moment, out var because) ? moment.End : throw new ArgumentException(because);

    private IEnumerable<IFact> Catalogue() =>
    [
        .. Claims.Select(claim => claim.Source).DistinctBy(source => source.Id).Select(source => source.Registered),
        .. Claims.Concat(Corrections).Select(claim => claim.Topic).Distinct().Select(topic => new TopicRegistered(topic, new(topic, $"A sentence about {topic}."))),
        .. Actors().OfType<string>().Distinct().Select(actor => new ActorRegistered(actor, new(actor, ActorKind.State, [], []))),
    ];

    private IEnumerable<string?> Actors() =>
    [
        .. Claims.Concat(Corrections).SelectMany(claim => new[] { claim.Actor, claim.Speaker, claim.ReportedBy }),
        .. Later.OfType<MandateGranted>().SelectMany(granted => new[] { granted.Actor, granted.Mandate.For }),
    ];
}

/// <summary>Looks things up in a picture, so that a test is one line.</summary>
internal static class PictureAnswers
{
    public static Position? Position(this Picture picture, string actor = "us", string topic = "air-support") =>
        picture.Topic(topic)?.Positions.SingleOrDefault(position => position.Actor == actor);

    /// <summary>The position that has to be there.</summary>
    public static Position Standing(this Picture picture, string actor = "us", string topic = "air-support") =>
        picture.Position(actor, topic) ?? throw new InvalidOperationException($"{actor} has no position on {topic}.");

    public static TopicPicture? Topic(this Picture picture, string topic = "air-support") =>
        picture.Topics.SingleOrDefault(one => one.Topic.Id == topic);

    public static IEnumerable<Guid> Pending(this Picture picture, string topic = "air-support") =>
        picture.Topic(topic)?.Pending.Select(claim => claim.Claim) ?? [];
}
