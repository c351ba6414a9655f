using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Makes lanes of what is on record. They are told in days (UTC): what was said on a day lies at that day, at whatever time it counts.</summary>
internal static class CourseLanes
{
    /// <param name="label">Whose or what lane it is.</param>
    /// <param name="link">Its page.</param>
    public static Lane Of(CellCourse course, string label, string link) => new(
        label, link,
        [
            .. from spell in course.Spells
               where spell.From.Date != spell.Until?.Date // else the next one takes its day
               select new Segment(spell.From.Date, spell.Until?.Date, spell.Stance, spell.AttributedOnly, Link(spell.Claim), $"{label} {Tell(spell)}"),
        ],
        [.. course.Claims.Select(claim => new Dot(claim.Earliest.Date, claim.Effective.Date, claim.Stance, IsSecondHand(claim), Link(claim.Claim), $"{label}, {Tell(claim)}"))]);

    /// <summary>The encounters at which any of some actors was present, or somebody who spoke for one on that day; in the order of time.</summary>
    public static IReadOnlyList<Marker> Encounters(KnownRecord record, IReadOnlySet<string> actors) =>
    [
        .. from encounter in record.Catalogue.Encounters.AllAt(record.K)
           let marker = Of(encounter.State)
           where encounter.State.Content.Present.Any(present => actors.Contains(present) || SpokeFor(record, present, actors, DateOnly.FromDateTime(marker.At)))
           orderby marker.At, encounter.State.Id
           select marker,
    ];

    public static Marker Of(Encounter encounter)
    {
        var (date, title) = (encounter.Content.Date, encounter.Content.Title);
        var day = Words.Iso(date.MarkedDay);
        return new(date.Mark.Date, $"/timeline?from={day}&to={day}", $"{DatesInWords.Of(date)}: {title}");
    }

    private static bool SpokeFor(KnownRecord record, string speaker, IReadOnlySet<string> actors, DateOnly day) =>
        record.Catalogue.Actors.At(speaker, record.K)?.State.Content.Mandates.Any(mandate => actors.Contains(mandate.For) && mandate.Covers(day)) is true;

    private static string Link(Guid claim) => $"/claims/{claim}";

    private static bool IsSecondHand(CourseClaim claim) => claim.Voice == Domain.Claims.Voice.Hearsay;

    private static string Tell(Spell spell) =>
        $"{StanceLook.Of(spell.Stance).Word} {(spell.Until is { } until ? $"from {Day(spell.From)} to {Day(until)}" : $"since {Day(spell.From)}")}{(spell.AttributedOnly ? ", by hearsay only" : "")}";

    private static string Tell(CourseClaim claim) =>
        $"{When(claim)}: {StanceLook.Of(claim.Stance).Word}{(IsSecondHand(claim) ? ", by hearsay" : "")}";

    private static string When(CourseClaim claim) =>
        claim.Earliest == DateTime.MinValue ? $"by {Day(claim.Effective)}"
        : claim.Earliest.Date == claim.Effective.Date ? Day(claim.Effective)
        : $"{Day(claim.Earliest)} to {Day(claim.Effective)}";

    private static string Day(DateTime at) => Words.Of(DateOnly.FromDateTime(at));
}
