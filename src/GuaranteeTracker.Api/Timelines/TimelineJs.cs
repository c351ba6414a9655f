using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Timelines;

/// <summary>
/// A timeline as TimelineJS takes it. TimelineJS puts every text into its page as HTML, so every text is encoded as that. It is kept from making links of what looks
/// like an address: it does so without a look at quotes, so that recorded words could become attributes.
/// </summary>
internal static class TimelineJs
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, // an absent day must not become a day
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Format Format { get; } = new("timelinejs", "application/json; charset=utf-8");

    public static byte[] Write(TimelineExport export) => JsonSerializer.SerializeToUtf8Bytes(
        new Story(export.Head, TitleOf(export.Head), "human", [.. export.Timeline.Items.Select(item => EventOf(item, export))]), _options);

    private static Slide TitleOf(ExportHead head) => new(
        "title",
        new("Security guarantees for Ukraine", $"<p>Who said what, who moved and who met. Items: {Csv.Of(head.Count)}. Known up to event {Csv.Of(head.Known.Sequence)} of the record.</p>"));

    private static Event EventOf(TimelineItem item, TimelineExport export)
    {
        var (first, last) = DatesOf(item);
        var (page, paragraphs) = (export.PageOf(item), ItemWords.Paragraphs(item, export).Select(text => $"<p>{Html(text)}</p>"));
        return new(
            $"{ItemWords.Kind(item)}-{item.Id}", DateOf(first), last is null ? null : DateOf(last), ItemWords.When(item),
            new(Html(ItemWords.Headline(item, export)), $"{string.Concat(paragraphs)}<p><a href=\"{Html(page)}\">{Html(page)}</a></p>"),
            Html(Html(GroupOf(item, export))), page, Autolink: false); // TimelineJS decodes a group once before it takes it for HTML
    }

    private static (CalendarDate First, CalendarDate? Last) DatesOf(TimelineItem item) => item switch
    {
        TimelineClaim claim => DatesOf(claim.Stated),
        TimelineEncounter encounter => DatesOf(encounter.Date),
        TimelineShift shift => (CalendarDate.Of(shift.On), null),
        _ => throw new NotSupportedException($"{item.GetType().Name} has no date."),
    };

    /// <summary>An interval ends with its last day, so that it can never end before it starts: <c>2025-08-18/2025-08</c>.</summary>
    private static (CalendarDate First, CalendarDate? Last) DatesOf(Edtf edtf) => CalendarDate.Of(edtf) switch
    {
        (null, { } last) => (last, null),
        ({ } first, { }) when edtf.Text.Contains('/', StringComparison.Ordinal) => (first, CalendarDate.Of(DateOnly.FromDateTime(edtf.Latest))),
        var (first, _) => (first!, null),
    };

    private static string GroupOf(TimelineItem item, TimelineExport export) => item switch
    {
        TimelineClaim claim => export.TitleOf(claim.Topic),
        TimelineShift shift => export.TitleOf(shift.Topic),
        _ => "Encounters",
    };

    private static Date DateOf(CalendarDate date) => new(date.Year, date.Month, date.Day, date.Clock?.Hour, date.Clock?.Minute);

    private static string Html(string text) => SecurityElement.Escape(text);

    private sealed record Story(ExportHead Export, Slide Title, string Scale, IReadOnlyList<Event> Events);

    private sealed record Slide(string UniqueId, Text Text);

    private sealed record Event(string UniqueId, Date StartDate, Date? EndDate, string DisplayDate, Text Text, string Group, string Link, bool Autolink);

    private sealed record Date(int Year, int? Month, int? Day, int? Hour, int? Minute);

    private sealed record Text(string Headline, [property: JsonPropertyName("text")] string Body);
}
