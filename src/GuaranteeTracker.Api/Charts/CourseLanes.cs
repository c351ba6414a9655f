using System.Globalization;
using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Makes lanes of what is on record.</summary>
internal static class CourseLanes
{
    /// <param name="label">Whose or what lane it is.</param>
    /// <param name="link">Its page.</param>
    public static Lane Of(CellCourse course, string label, string link) => new(
        label, link,
        [.. course.Spells.Select(spell => new Segment(spell.From, spell.Until, spell.Stance, spell.AttributedOnly, Link(spell.Claim), $"{label} {Tell(spell)}"))],
        [.. course.Claims.Select(claim => new Dot(claim.Earliest, claim.Effective, claim.Stance, IsSecondHand(claim), Link(claim.Claim), $"{label}, {Tell(claim)}"))]);

    /// <summary>The encounters at which any of some actors was present, in the order of time.</summary>
    public static IReadOnlyList<Marker> Encounters(KnownRecord record, IReadOnlySet<string> actors) =>
    [
        .. from encounter in record.Catalogue.Encounters.AllAt(record.K)
           where encounter.State.Content.Present.Any(actors.Contains)
           let marker = Of(encounter.State)
           orderby marker.At, encounter.State.Id
           select marker,
    ];

    private static Marker Of(Encounter encounter)
    {
        var (date, title) = (encounter.Content.Date, encounter.Content.Title);
        var at = date.HasOpenEnd ? date.Earliest : date.Latest;
        var day = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(at, $"/timeline?from={day}&to={day}", $"{EdtfWords.Of(date)}: {title}");
    }

    private static string Link(Guid claim) => $"/claims/{claim}";

    private static bool IsSecondHand(CourseClaim claim) => claim.Voice == Domain.Claims.Voice.Hearsay;

    private static string Tell(Spell spell) =>
        $"{StanceLook.Of(spell.Stance).Word} {(spell.Until is { } until ? $"from {Day(spell.From)} to {Day(until)}" : $"since {Day(spell.From)}")}{(spell.AttributedOnly ? ", by hearsay only" : "")}";

    private static string Tell(CourseClaim claim) =>
        $"{When(claim)}: {StanceLook.Of(claim.Stance).Word}{(IsSecondHand(claim) ? ", by hearsay" : "")}";

    private static string When(CourseClaim claim) =>
        claim.Earliest == DateTime.MinValue ? $"some time up to {Day(claim.Effective)}"
        : claim.Earliest.Date == claim.Effective.Date ? Day(claim.Effective)
        : $"{Day(claim.Earliest)} to {Day(claim.Effective)}";

    private static string Day(DateTime at) => Words.Of(DateOnly.FromDateTime(at));
}
