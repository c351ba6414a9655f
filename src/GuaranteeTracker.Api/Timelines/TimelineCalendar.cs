using System.Text;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>The encounters of a timeline as a calendar (RFC 5545).</summary>
internal static class TimelineCalendar
{
    private const string Own = "X-GUARANTEETRACKER-";

    public static Format Format { get; } = new("ics", "text/calendar; charset=utf-8");

    public static byte[] Write(TimelineExport export)
    {
        var (calendar, head) = (new Ical.Net.Calendar { ProductId = "-//GuaranteeTracker//Encounters//EN" }, export.Head);
        calendar.AddProperty("X-WR-CALNAME", "Security guarantees for Ukraine: encounters");
        foreach (var (name, value) in new[]
        {
            ("QUERY", head.Query), ("PERIOD", head.Period), ("COUNT", Csv.Of(head.Count)), ("KNOWN-SEQUENCE", Csv.Of(head.Known.Sequence)),
            ("KNOWN-AT", head.Known.At is { } at ? Iso.Instant(at) : ""), ("PINNED", head.Pinned ?? ""),
        })
        {
            if (value.Length > 0)
            {
                calendar.AddProperty(Own + name, value);
            }
        }

        foreach (var encounter in export.Timeline.Items.OfType<TimelineEncounter>())
        {
            calendar.Events.Add(EventOf(encounter, export));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent EventOf(TimelineEncounter encounter, TimelineExport export)
    {
        var (date, updated) = (encounter.Date, new CalDateTime(export.UpdatedAt(encounter), hasTime: true));
        var (start, end) = date.Text.Contains('T', StringComparison.Ordinal) ? (new CalDateTime(date.Earliest, hasTime: true), null) : DaysOf(date);
        var isExact = date.IsPlainDate || date.Text.Contains('T', StringComparison.Ordinal);
        return new()
        {
            Uid = encounter.Id.ToString(),
            DtStamp = updated, // of a calendar without a method: when it was last revised
            LastModified = updated,
            Sequence = (int)encounter.Version - 1,
            Start = start,
            End = end,
            Summary = Allowed(isExact ? encounter.Title : $"{encounter.Title} ({ItemWords.When(encounter)})"),
            Location = encounter.Place is { } place ? Allowed(place) : null,
            Description = Allowed(string.Join('\n', ItemWords.Paragraphs(encounter, export))),
            Url = new(export.PageOf(encounter)),
            Transparency = Ical.Net.TransparencyType.Transparent, // it fills nobody's day
        };
    }

    /// <summary>Of an open end the one day that is known; the end is the day after the last, where the calendar has one.</summary>
    private static (CalDateTime Start, CalDateTime? End) DaysOf(Edtf date)
    {
        var first = DateOnly.FromDateTime(date.HasOpenStart ? date.Latest : date.Earliest);
        var last = date.MarkedDay;
        var end = last < DateOnly.MaxValue ? last.AddDays(1) : last;
        return (new(first), end > first.AddDays(first < DateOnly.MaxValue ? 1 : 0) ? new(end) : null);
    }

    /// <summary>RFC 5545 has no control characters but line breaks and tabs.</summary>
    private static string Allowed(string text) => string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c));
}
