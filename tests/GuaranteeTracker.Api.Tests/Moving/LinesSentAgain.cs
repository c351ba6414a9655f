using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving;

/// <summary>Lines that say which version they make, and lines that do not, here and over HTTP.</summary>
public sealed class LinesSentAgain(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_whose_version_is_on_record_with_other_content_is_refused(bool remote)
    {
        using var target = new Target(tracker, remote);
        var actor = $"a{Guid.NewGuid():N}";
        var claim = await (await Subject.RecordAsync(tracker)).RecordClaimAsync();
        (await target.ImportAsync(Actor(actor, "One", 1), Actor(actor, "Two", 2), Dispute(claim, "Who said it?", 2))).Told.Should().BeEmpty();

        var (report, told) = await target.ImportAsync(Actor(actor, "Three", 2), Dispute(claim, "Where?", 2), Actor(actor, "Two", 2), Dispute(claim, "Who said it?", 2));

        report.Should().Be(new ImportReport(0, 2, 2, 0));
        told.Should().Equal(
            "line 1: Version \"2\" of this is on record, and it is another one.", "line 2: Version \"2\" of this is on record, and it is another one.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_that_is_ahead_is_refused_and_names_what_is_missing(bool remote)
    {
        using var target = new Target(tracker, remote);
        var (actor, topic) = ($"a{Guid.NewGuid():N}", $"t{Guid.NewGuid():N}");
        var claim = await (await Subject.RecordAsync(tracker)).RecordClaimAsync();
        var before = await tracker.EventsAsync();

        var (report, told) = await target.ImportAsync(
            Actor(actor, "Two", 2), Dispute(claim, "Who said it?", 3), $$"""{"type":"topic","id":"{{topic}}","title":"A","proposition":"B","version":4}""");

        report.Should().Be(new ImportReport(0, 0, 3, 0));
        told.Should().Equal(
            "line 1: Nothing of this is on record yet, and version \"1\" is missing: send what makes it before what makes \"2\".",
            "line 2: This is at version \"1\", and version \"2\" is missing: send what makes it before what makes \"3\".",
            "line 3: Nothing of this is on record yet, and versions \"1\" to \"3\" are missing: send what makes them before what makes \"4\".");
        (await tracker.EventsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_line_that_would_change_nothing_makes_no_version(bool remote)
    {
        using var target = new Target(tracker, remote);
        var actor = $"a{Guid.NewGuid():N}";

        var (_, told) = await target.ImportAsync(Actor(actor, "One", 1), Actor(actor, "One", 2));

        told.Should().ContainSingle().Which.Should().StartWith("line 2: This would not make version \"2\" alone");
    }

    [Fact]
    public async Task A_line_that_changes_several_things_at_once_makes_no_version_of_its_own()
    {
        var actor = $"a{Guid.NewGuid():N}";

        var (report, told) = await tracker.ImportAsync(Actor(actor, "One", 1), $$"""{"type":"actor","id":"{{actor}}","name":"Two","kind":"state","aliases":["Zwei"],"version":2}""");

        report.Should().Be(new ImportReport(1, 0, 1, 0));
        told.Should().ContainSingle().Which.Should().StartWith("line 2: This would not make version \"2\" alone");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_without_a_version_change_what_is_there_and_a_content_that_was_in_force_is_a_repeat(bool remote)
    {
        using var target = new Target(tracker, remote);
        var actor = $"a{Guid.NewGuid():N}";
        var claim = await (await Subject.RecordAsync(tracker)).RecordClaimAsync();
        string[] lines = [Actor(actor, "One"), Actor(actor, "Two"), Dispute(claim, "Who said it?"), Dispute(claim, "Where?")];

        (await target.ImportAsync(lines[..3])).Report.Should().Be(new ImportReport(3, 0, 0, 0));
        (await target.ImportAsync(lines)).Report.Should().Be(new ImportReport(1, 3, 0, 0));
        (await tracker.Public.GetJsonAsync($"/api/actors/{actor}"))["name"]!.GetValue<string>().Should().Be("Two");
        (await tracker.Public.GetJsonAsync($"/api/claims/{claim}"))["version"]!.GetValue<int>().Should().Be(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_creation_is_a_repeat_by_its_first_content_whatever_has_happened_since_and_refused_with_any_other(bool remote)
    {
        using var target = new Target(tracker, remote);
        var subject = await Subject.RecordAsync(tracker);
        var (claim, encounter) = (Guid.NewGuid(), Guid.NewGuid());
        string[] created = [Claim("open"), Met("A meeting")];
        string[] changed = [Correction("commits"), $$"""{"type":"encounter-correction","id":"{{encounter}}","version":2,"title":"A summit","date":"2025","present":["us"]}"""];
        (await target.ImportAsync([.. created, .. changed])).Report.Should().Be(new ImportReport(4, 0, 0, 0));

        (await target.ImportAsync(created)).Report.Should().Be(new ImportReport(0, 2, 0, 0));
        var (report, told) = await target.ImportAsync(Claim("commits"), Met("A summit"));

        report.Should().Be(new ImportReport(0, 0, 2, 0), "what is in force now was not what was recorded first");
        told.Should().Equal(
            $"line 1: Claim {claim} is on record with other content; correct it, or choose another id.",
            $"line 2: Encounter {encounter} is on record with other content; correct it, or choose another id.");

        string Claim(string stance) => Line("claim", 1, subject.Claim(stance, id: claim));
        string Met(string title) => $$"""{"type":"encounter","id":"{{encounter}}","version":1,"title":"{{title}}","date":"2025","present":["us"]}""";
        string Correction(string stance)
        {
            var content = subject.Claim(stance);
            content.Remove("id");
            return Line("correction", 2, new() { ["id"] = claim.ToString(), ["reason"] = "It was misread.", ["claim"] = content });
        }

        static string Line(string type, int version, JsonObject line)
        {
            (line["type"], line["version"]) = (type, version);
            return line.ToJsonString();
        }
    }

    [Fact]
    public async Task A_line_in_another_form_is_the_same_line()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        var correction = new JsonObject { ["type"] = "correction", ["id"] = claim.ToString(), ["version"] = 2, ["reason"] = " It was misread. " };
        correction["claim"] = subject.Claim("commits");
        correction["claim"]!.AsObject().Remove("id");
        correction["claim"]!["summary"] = "  Cafe\u0301. ";

        (await tracker.ImportAsync(correction.ToJsonString())).Report.Should().Be(new ImportReport(1, 0, 0, 0));
        (await tracker.ImportAsync(correction.ToJsonString())).Report.Should().Be(new ImportReport(0, 1, 0, 0));
    }

    [Fact]
    public async Task Eight_that_send_the_same_lines_at_once_record_each_once()
    {
        var actor = $"a{Guid.NewGuid():N}";
        var claim = await (await Subject.RecordAsync(tracker)).RecordClaimAsync();
        var before = await tracker.EventsAsync();
        string[] lines = [.. Enumerable.Range(1, 12).Select(version => Actor(actor, version % 2 == 0 ? "Even" : "Odd", version)), .. Enumerable.Range(2, 8).Select(version => Dispute(claim, $"Doubt {version % 3}", version))];

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tracker.ImportAsync(lines))));

        reports.SelectMany(report => report.Told).Should().BeEmpty();
        reports.Sum(report => report.Report.Recorded).Should().Be(lines.Length);
        (await tracker.EventsAsync()).Should().Be(before + lines.Length);
    }

    private static string Actor(string id, string name, int? version = null) =>
        $$"""{"type":"actor","id":"{{id}}","name":"{{name}}","kind":"state"{{(version is null ? "" : $",\"version\":{version}")}}}""";

    private static string Dispute(Guid claim, string reason, int? version = null) =>
        $$"""{"type":"dispute","id":"{{claim}}","reason":"{{reason}}"{{(version is null ? "" : $",\"version\":{version}")}}}""";

    private sealed class Target(Tracker tracker, bool isRemote) : IDisposable
    {
        private readonly RemoteImporter _remote = tracker.RemoteImporter();

        public Task<(ImportReport Report, IReadOnlyList<string> Told)> ImportAsync(params string[] lines) => isRemote ? _remote.ImportAsync(lines) : tracker.ImportAsync(lines);

        public void Dispose() => _remote.Dispose();
    }
}
