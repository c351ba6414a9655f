using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Dates arrive as exact as they are, and no more.</summary>
public sealed class DatesInExports(HostileRecord record) : IClassFixture<HostileRecord>
{
    [Theory]
    [InlineData("0988-12-31", """{"year":988,"month":12,"day":31}""", null, "31 December 988")]
    [InlineData("2024-02-29", """{"year":2024,"month":2,"day":29}""", null, "29 February 2024")]
    [InlineData("2025-12-31", """{"year":2025,"month":12,"day":31}""", null, "31 December 2025")]
    [InlineData("2024-12-30/2025-01-02", """{"year":2024,"month":12,"day":30}""", """{"year":2025,"month":1,"day":2}""", "between 30 December 2024 and 2 January 2025")]
    [InlineData("../2025-08-20", """{"year":2025,"month":8,"day":20}""", null, "by 20 August 2025")]
    [InlineData("2025-08", """{"year":2025,"month":8}""", null, "August 2025")]
    [InlineData("2025", """{"year":2025}""", null, "2025")]
    [InlineData("2025-08-18/..", """{"year":2025,"month":8,"day":18}""", null, "18 August 2025 or later")]
    [InlineData("9999", """{"year":9999}""", null, "9999")]
    [InlineData("2025-08-18T21:30:00-04:00", """{"year":2025,"month":8,"day":18,"hour":21,"minute":30}""", null, "18 August 2025, 21:30 UTC-04:00")]
    [InlineData("2025-08-18T21:30Z", """{"year":2025,"month":8,"day":18,"hour":21,"minute":30}""", null, "18 August 2025, 21:30 UTC")]
    [InlineData("2025~", """{"year":2025}""", null, "about 2025")]
    [InlineData("2025-08?", """{"year":2025,"month":8}""", null, "perhaps August 2025")]
    [InlineData("2025-08-18/2025-08", """{"year":2025,"month":8,"day":18}""", """{"year":2025,"month":8,"day":31}""", "between 18 August 2025 and August 2025")]
    [InlineData("0001-01-01", """{"year":1,"month":1,"day":1}""", null, "1 January 1")]
    public async Task TimelineJS_gets_numbers_for_what_is_known_and_words_for_how_well(string edtf, string start, string? end, string words)
    {
        var story = await record.Tracker.Public.GetJsonAsync("/api/timeline?format=timelinejs");

        var met = story["events"]!.AsArray().Single(e => e!["unique_id"]!.GetValue<string>() == $"encounter-{HostileRecord.IdOf(edtf)}")!;
        met["start_date"]!.ToJsonString().Should().Be(start);
        met["end_date"]?.ToJsonString().Should().Be(end);
        met["display_date"]!.GetValue<string>().Should().Be(words);
        met["text"]!["text"]!.GetValue<string>().Should().Contain(edtf);
    }

    [Theory]
    [InlineData("0988-12-31", "09881231", null, "")]
    [InlineData("2024-02-29", "20240229", null, "")]
    [InlineData("2025-12-31", "20251231", null, "")]
    [InlineData("2024-12-30/2025-01-02", "20241230", "20250103", " (between 30 December 2024 and 2 January 2025)")]
    [InlineData("../2025-08-20", "20250820", null, " (by 20 August 2025)")]
    [InlineData("2025-08", "20250801", "20250901", " (August 2025)")]
    [InlineData("2025", "20250101", "20260101", " (2025)")]
    [InlineData("2025-08-18/..", "20250818", null, " (18 August 2025 or later)")]
    [InlineData("9999-12-31", "99991231", null, "")]
    [InlineData("9999", "99990101", "99991231", " (9999)")]
    [InlineData("2025-08?", "20250801", "20250901", " (perhaps August 2025)")]
    [InlineData("0001-01-01", "00010101", null, "")]
    public async Task A_calendar_gets_whole_days_the_end_exclusive(string edtf, string start, string? end, string words)
    {
        var met = await EventAsync(edtf);

        met["DTSTART;VALUE=DATE"].Should().Be(start);
        met.GetValueOrDefault("DTEND;VALUE=DATE").Should().Be(end);
        met["SUMMARY"].Should().EndWith("; met" + words);
        met["DESCRIPTION"].Should().Contain($"({edtf})");
    }

    [Theory]
    [InlineData("2025-08-18T21:30:00-04:00", "20250819T013000Z")]
    [InlineData("2025-08-18T21:30Z", "20250818T213000Z")]
    public async Task A_calendar_gets_an_instant_as_one(string edtf, string start)
    {
        var met = await EventAsync(edtf);

        met["DTSTART"].Should().Be(start);
        met.Keys.Should().NotContain(key => key.StartsWith("DTEND", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_has_the_EDTF_and_what_it_means_apart()
    {
        var rows = Table.Read(await record.Tracker.Public.GetStringAsync("/api/timeline?format=csv"));

        var claim = rows.Single(row => row["kind"] == "claim" && row["id"] == HostileRecord.Claim);
        (claim["edtf"], claim["earliest"], claim["at"], claim["when"]).Should().Be(("../2025-08-18", "", "2025-08-18T23:59:59.999999Z", "by 18 August 2025"));
        var shift = rows.Single(row => row["kind"] == "shift");
        (shift["id"], shift["edtf"], shift["before"], shift["after"]).Should().Be((HostileRecord.Later, "2025-08-19", "open", "rejects"));
        var met = rows.Single(row => row["edtf"] == "2024-12-30/2025-01-02");
        (met["earliest"], met["at"]).Should().Be(("2024-12-30T00:00:00Z", "2025-01-02T23:59:59.999999Z"));
    }

    private async Task<IReadOnlyDictionary<string, string>> EventAsync(string edtf) =>
        Calendar.Read(await record.Tracker.Public.GetByteArrayAsync("/api/timeline?format=ics")).Events.Single(e => e["UID"] == HostileRecord.IdOf(edtf).ToString());
}
