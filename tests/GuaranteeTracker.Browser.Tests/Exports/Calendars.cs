using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Browser.Tests.Readers;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>The encounters of a timeline as ical.js reads them.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Calendars(HostileHome home)
{
    public static TheoryData<string> Queries => Item.Queries;

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_reader_sees_every_encounter_once_on_its_days(string query)
    {
        var met = (await ReadAsync(home.Tracker, query)).Where(item => item.Kind == "encounter").ToList();

        var calendar = await CalendarAsync(query);

        var events = calendar["events"]!.AsArray();
        Value(calendar, "x-guaranteetracker-count").Should().Be($"{met.Count}");
        events.Select(e => Value(e!, "uid")).Should().Equal(met.Select(item => item.Id)).And.OnlyHaveUniqueItems();
        foreach (var (e, item) in events.Zip(met))
        {
            Text(e!["dtstart"]!["type"]).Should().Be("date");
            Value(e, "dtstart").Should().Be(item.First);
            Value(e, "dtend").Should().Be(item.Last is { } last ? DayAfter(last) : "", "an end is the first day that it is over");
            Value(e, "summary").Should().StartWith(Text(item.Json["title"]));
            Value(e, "location").Should().Be(Text(item.Json["place"]));
            Value(e, "description").Should().Contain($"({item.Dates})");
            Value(e, "url").Should().Be(new Uri(home.Tracker.Public.BaseAddress!, item.Page).ToString());
            Value(e, "sequence").Should().Be("0", "nobody corrected it");
            Value(e, "dtstamp").Should().NotBeEmpty().And.Be(Value(e, "last-modified"));
        }
    }

    [Fact]
    public async Task A_reader_sees_recorded_words_as_they_are()
    {
        var met = (await CalendarAsync($"actor={HostileHome.Id}"))["events"]!.AsArray().Single()!;

        Value(met, "summary").Should().Be($"{HostileHome.Meeting} (between 18 August 2025 and 19 August 2025)");
        Value(met, "location").Should().Be(HostileHome.Place);
        Value(met, "description").Should().Be($"Where: {HostileHome.Place}.\nPresent: {HostileHome.ActorName}.\nWhen: between 18 August 2025 and 19 August 2025 (2025-08-18/2025-08-19).");
    }

    private async Task<JsonNode> CalendarAsync(string query) => await Reader.CalendarAsync(await home.Tracker.Public.GetByteArrayAsync($"/api/timeline?format=ics&{query}"));

    /// <summary>Empty where the property is not there; it may be there only once.</summary>
    private static string Value(JsonNode of, string property) => of[property]?["values"]!.AsArray().Single()!.GetValue<string>() ?? "";

    private static string DayAfter(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
