using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Pages.Quotes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>An item of a timeline in sentences. They hold recorded words as they are: whoever writes them into a format encodes them.</summary>
internal static class ItemWords
{
    /// <summary>As JSON has it.</summary>
    public static string Kind(TimelineItem item) => item switch
    {
        TimelineClaim => "claim",
        TimelineShift => "shift",
        TimelineEncounter => "encounter",
        _ => throw NoPlace(item),
    };

    /// <summary>One line.</summary>
    public static string Headline(TimelineItem item, TimelineExport export) => item switch
    {
        TimelineClaim { ReportedBy: { } teller } claim =>
            $"{export.NameOf(teller)} says of {export.NameOf(claim.Actor)}: {EnumWords.Of(claim.Stance)} – {export.TitleOf(claim.Topic)} (hearsay)",
        TimelineClaim claim => $"{export.NameOf(claim.Actor)}: {EnumWords.Of(claim.Stance)} – {export.TitleOf(claim.Topic)}",
        TimelineShift { Shift: ShiftKind.Reversal } shift =>
            $"{export.NameOf(shift.Actor)} turns from {EnumWords.Of(shift.Before)} to {EnumWords.Of(shift.After)} – {export.TitleOf(shift.Topic)}",
        TimelineShift shift => $"{export.NameOf(shift.Actor)}: {EnumWords.Of(shift.Before)} becomes {EnumWords.Of(shift.After)} – {export.TitleOf(shift.Topic)}",
        TimelineEncounter encounter => encounter.Title,
        _ => throw NoPlace(item),
    };

    /// <summary>When it was, as uncertain as it is.</summary>
    public static string When(TimelineItem item) => item switch
    {
        TimelineClaim claim => DatesInWords.Of(claim.Stated),
        TimelineShift shift => DatesInWords.Of(shift.On, shift.OnKind),
        TimelineEncounter encounter => DatesInWords.Of(encounter.Date),
        _ => throw NoPlace(item),
    };

    /// <summary>When it was, in EDTF.</summary>
    public static string Edtf(TimelineItem item) => item switch
    {
        TimelineClaim claim => claim.Stated.Text,
        TimelineShift shift => (shift.OnKind == SinceKind.By ? "../" : "") + Iso.Day(shift.On),
        TimelineEncounter encounter => encounter.Date.Text,
        _ => throw NoPlace(item),
    };

    /// <summary>What there is to tell beside the headline, a paragraph each.</summary>
    public static IReadOnlyList<string> Paragraphs(TimelineItem item, TimelineExport export) =>
    [
        .. item switch
        {
            TimelineClaim claim => Tell(claim, export),
            TimelineShift shift => [$"{Words.AtStart(QuoteWords.Of(shift.Shift))}."],
            TimelineEncounter encounter => Tell(encounter, export),
            _ => throw NoPlace(item),
        },
        $"When: {When(item)} ({Edtf(item)}).",
    ];

    /// <summary>Who an item is by: who spoke or told it, else whom it is about.</summary>
    public static IReadOnlyList<string> Authors(TimelineItem item, TimelineExport export) => item switch
    {
        TimelineClaim claim => [export.NameOf(claim.ReportedBy ?? claim.Speaker ?? claim.Actor)],
        TimelineShift shift => [export.NameOf(shift.Actor)],
        TimelineEncounter encounter => [.. encounter.Present.Select(export.NameOf)],
        _ => throw NoPlace(item),
    };

    private static IEnumerable<string> Tell(TimelineClaim claim, TimelineExport export)
    {
        yield return claim.Summary;
        yield return $"“{claim.Quote}”";
        yield return string.Concat(
            $"{Words.AtStart(EnumWords.Of(claim.Voice))}, {EnumWords.Of(claim.Act)}",
            claim.Speaker is { } speaker ? $"; {(claim.Voice == Voice.Hearsay ? "about" : "by")} {export.NameOf(speaker)}" : "",
            claim.ReportedBy is { } reporter ? $"; told by {export.NameOf(reporter)}" : "",
            claim.Venue is { } venue ? $"; {venue}" : "", ".");
        if (claim.Disputed || claim.OutsideMandate)
        {
            yield return string.Join(' ', new[] { claim.Disputed ? "Disputed." : "", claim.OutsideMandate ? "Outside the speaker's mandate." : "" }.Where(flag => flag.Length > 0));
        }

        var source = export.SourceOf(claim.Source);
        yield return $"Source: {source.Publisher}, “{source.Title}”, {DatesInWords.Of(source.Published)}, {source.Url}";
    }

    private static IEnumerable<string> Tell(TimelineEncounter encounter, TimelineExport export)
    {
        if (encounter.Place is { } place)
        {
            yield return $"Where: {place}.";
        }

        yield return $"Present: {string.Join(", ", encounter.Present.Select(export.NameOf))}.";
    }

    private static NotSupportedException NoPlace(TimelineItem item) => new($"{item.GetType().Name} has no place in an export.");
}
