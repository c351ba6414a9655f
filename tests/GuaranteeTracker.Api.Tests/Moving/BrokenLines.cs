using System.Text;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary>Files that are not what they should be: every line is told of by its number, and the rest goes on.</summary>
public sealed class BrokenLines(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Sound = """{"type":"topic","id":"sound","title":"Sound","proposition":"It is sound."}""";

    [Theory]
    [InlineData("{\"type\":\"topic\"", "This is not one JSON object, from byte 15 on.")]
    [InlineData("nonsense", "This is not one JSON object, from byte 1 on.")]
    [InlineData("null", "This is not a JSON object.")]
    [InlineData("[]", "This is not one JSON object, from byte 1 on.")]
    [InlineData("{} {}", "This is not one JSON object, from byte 3 on.")]
    [InlineData("{\"type\":\"topic\",\"type\":\"topic\"}", "/type: not the JSON that is expected here.")]
    [InlineData("{}", "/type: send one of actor, topic, source, claim, encounter, correction, retraction, dispute, resolution, withdrawal, encounter-correction.")]
    [InlineData("{\"type\":\"Topic\",\"id\":\"a\"}", "/type: send one of")]
    [InlineData("{\"type\":7,\"id\":\"a\"}", "/type: not the JSON that is expected here.")]
    [InlineData("{\"type\":\"topic\",\"title\":\"A\",\"proposition\":\"B\"}", "/id: this is required")]
    [InlineData("{\"type\":\"topic\",\"id\":\"a\",\"version\":0,\"title\":\"A\",\"proposition\":\"B\"}", "/version: a topic makes version 1 or a later one.")]
    [InlineData("{\"type\":\"claim\",\"id\":\"00000000-0000-4000-8000-000000000001\",\"version\":2}", "/version: a claim makes version 1.")]
    [InlineData("{\"type\":\"dispute\",\"id\":\"00000000-0000-4000-8000-000000000001\",\"version\":1}", "/version: a dispute makes version 2 or a later one.")]
    public async Task A_line_that_is_nothing_is_lost(string line, string because)
    {
        var (report, told) = await tracker.ImportAsync(line, Sound);

        (report.Lost, report.Refused, report.Recorded + report.Repeated).Should().Be((1, 0, 1));
        told.Should().ContainSingle().Which.Should().StartWith($"line 1: {because}");
    }

    [Theory]
    [InlineData("{\"type\":\"topic\",\"id\":\"a\",\"title\":\"A\",\"proposition\":\"B\",\"colour\":\"red\"}", "/colour: not the JSON that is expected here.")]
    [InlineData("{\"type\":\"topic\",\"id\":\"a\",\"title\":\"A\",\"title\":\"A\",\"proposition\":\"B\"}", "/title: not the JSON that is expected here.")]
    [InlineData("{\"type\":\"topic\",\"id\":\"a\",\"title\":\"\\ud800\",\"proposition\":\"B\"}", "/title: not the JSON that is expected here.")]
    [InlineData("{\"type\":\"topic\",\"id\":\"a\",\"title\":7,\"proposition\":\"B\"}", "/title: not the JSON that is expected here.")]
    [InlineData("{\"type\":\"topic\",\"id\":\"A B\",\"title\":\"A\",\"proposition\":\"B\"}", ": An id is made of")]
    [InlineData("{\"type\":\"dispute\",\"id\":\"nobody\",\"reason\":\"Why?\"}", "There is no such claim")]
    [InlineData("{\"type\":\"dispute\",\"id\":\"00000000-0000-4000-8000-00000000dead\",\"reason\":\"Why?\",\"version\":2}", "There is no such claim.")]
    [InlineData("{\"type\":\"withdrawal\",\"id\":\"../claims\",\"reason\":\"Why?\"}", "There is no such source")]
    [InlineData("{\"type\":\"encounter\",\"id\":\"00000000-0000-4000-8000-00000000dead\",\"title\":\"A\",\"date\":\"2025\",\"present\":[\"nobody\"]}", "/present/0: There is no actor nobody on record; record it first")]
    [InlineData("{\"type\":\"actor\",\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\",\"mandates\":[{\"for\":\"nobody\",\"from\":\"2025-01-20\"}],\"version\":1}", "/mandates/0/for: There is no actor nobody on record; record it first")]
    public async Task A_line_that_the_record_does_not_take_is_refused_as_over_HTTP(string line, string because)
    {
        using var remote = tracker.RemoteImporter();

        var (report, told) = await tracker.ImportAsync(Sound, line, Sound);
        var (overHttp, _) = await remote.ImportAsync([Sound, line, Sound]);

        (report.Refused, report.Lost, report.Recorded + report.Repeated).Should().Be((1, 0, 2));
        told.Should().ContainSingle().Which.Should().StartWith($"line 2: {because}");
        overHttp.Refused.Should().Be(1);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over_in_little_memory()
    {
        using var input = new MemoryStream();
        foreach (var part in new[] { Sound, "\n", new string('x', NdjsonLines.Longest + 1), "\n", Sound, "\n", new string('x', 3 * NdjsonLines.Longest), "\n\r\n", Sound, "\n", new string('x', NdjsonLines.Longest + 5) })
        {
            input.Write(Encoding.UTF8.GetBytes(part));
        }

        var (report, told) = await tracker.ImportAsync(input.ToArray());

        (report.Recorded + report.Repeated, report.Lost).Should().Be((3, 3));
        told.Should().Equal("line 2: This line is too long: at most 8388608 bytes are read.", "line 4: This line is too long: at most 8388608 bytes are read.", "line 7: This line is too long: at most 8388608 bytes are read.");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_told_and_a_byte_order_mark_and_blank_lines_are_nothing()
    {
        var (report, told) = await tracker.ImportAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sound + "\r\n\r\n"), (byte)'"', 0xFF, (byte)'"', (byte)'\n', .. Encoding.UTF8.GetBytes(Sound)]);

        told.Should().Equal("line 3: This is not UTF-8.");
        (report.Recorded + report.Repeated).Should().Be(2);
    }

    [Theory]
    [InlineData("{\"type\":\"export\",\"v\":2,\"count\":0}", "line 1: this is no export of version 1")]
    [InlineData("{\"type\":\"export\",\"count\":0}", "line 1: this is no export of version 1")]
    [InlineData("{\"type\":\"export\",\"v\":1}", "line 1: the head of an export says in count how many lines follow")]
    public async Task A_head_of_another_version_stops_the_import(string head, string because)
    {
        var before = await tracker.EventsAsync();

        (await FluentActions.Awaiting(() => tracker.ImportAsync(head, """{"type":"topic","id":"never","title":"A","proposition":"B"}""")).Should().ThrowAsync<UnusableInputException>()).WithMessage($"{because}*");

        (await tracker.EventsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Several_exports_one_after_another_are_each_counted()
    {
        var (report, told) = await tracker.ImportAsync("""{"type":"export","v":1,"count":2}""", Sound, """{"type":"export","v":1,"count":1}""", Sound);

        report.Lost.Should().Be(1);
        told.Should().Equal("line 1: The head says that 2 lines follow, and 1 do: the file was cut short, or changed.");
    }

    [Fact]
    public async Task A_line_that_no_request_could_hold_is_lost()
    {
        var line = $$"""{"type":"topic","id":"long","title":"Long","proposition":"{{new string('a', 300_000)}}"}""";

        var (report, told) = await tracker.ImportAsync(line, Sound);

        (report.Lost, report.Recorded + report.Repeated).Should().Be((1, 1));
        told.Should().ContainSingle().Which.Should().StartWith("line 1: This line is too long: but for sources");
    }
}
