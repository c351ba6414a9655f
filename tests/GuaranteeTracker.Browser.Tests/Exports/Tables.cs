using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Timelines and pictures as csv-parse reads their tables.</summary>
[Collection(AtHostileHome.Name)]
public sealed partial class Tables(HostileHome home)
{
    private const string
        OfTimelines = "kind id at edtf earliest when actor actorName topic topicTitle stance act voice speaker speakerName reportedBy reportedByName venue summary quote source sourcePublisher sourceTitle "
            + "sourcePublished sourceUrl disputed outsideMandate shift before after on onKind from title place present presentNames page knownSequence knownAt pinned",
        OfPictures = "status topic topicTitle proposition actor actorName stance act since sinceKind claim speaker speakerName reportedBy reportedByName voice summary quote stated source conditions conditionsFrom "
            + "terms termsFrom supportClaims supportSources supportPublishers previousStance previousUntil attributedOnly disputed outsideMandate contradicted contradictions page asOf knownSequence knownAt pinned",
        OfCells = "status topic topicTitle actor actorName stance since claim stated attributedOnly disputed outsideMandate contradicted asOf knownSequence knownAt pinned";

    private const string OfClaims =
        "id version actor actorName topic topicTitle stance act voice speaker speakerName reportedBy reportedByName stated earliest effective venue summary conditions terms source sourcePublisher sourceTitle sourcePublished "
        + "sourceLanguage sourceUrl quotes prefixes suffixes starts ends corrected disputed retracted sourceWithdrawn recordedAt page knownSequence knownAt pinned";

    public static TheoryData<string> Queries => Item.Queries;

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_reader_sees_a_row_for_every_item_of_a_timeline(string query)
    {
        var items = await ReadAsync(home.Tracker, query);

        var (columns, rows) = await TableAsync($"/api/timeline?format=csv&{query}");

        columns.Should().Be(OfTimelines);
        rows.Select(row => (row("kind"), row("id"), row("at"), row("edtf"))).Should().Equal(items.Select(item => (item.Kind, item.Id, item.At, item.Dates)));
        foreach (var (row, item) in rows.Zip(items))
        {
            foreach (var (name, value) in item.Json.AsObject().Where(member => member.Key is not ("stated" or "date")))
            {
                row(name).Should().Be(value is JsonArray list ? string.Join("; ", list.Select(Text)) : Text(value), name);
            }
        }
    }

    [Theory]
    [InlineData("asOf=2025-08-20", "", OfPictures)]
    [InlineData("asOf=2025-08-18", "", OfPictures)]
    [InlineData($"asOf=2025-08-20&actor={HostileHome.Id}", "", OfPictures)]
    [InlineData("asOf=2025-08-18", "&view=cells", OfCells)]
    public async Task A_reader_sees_a_row_for_every_position_and_every_claim_that_may_have_been_made(string query, string view, string header)
    {
        var topics = (await home.Tracker.Public.GetJsonAsync($"/api/picture?{query}{view}"))["topics"]!.AsArray();

        var (columns, rows) = await TableAsync($"/api/picture?format=csv&{query}{view}");

        columns.Should().Be(header);
        rows.Should().NotBeEmpty();
        rows.Select(row => (row("status"), row("topic"), row("topicTitle"), row("actor"), row("stance"), row("claim"))).Should().Equal(topics.SelectMany(topic =>
            new (string Status, JsonNode Of)[] { ("position", topic!["positions"]!), ("pending", topic["pending"]!) }.SelectMany(part => part.Of.AsArray().Select(one =>
                (part.Status, Text(topic["topic"]!["id"]), Text(topic["topic"]!["title"]), Text(one!["actor"]), Text(one["stance"]), Text(one["claim"]))))));
    }

    [Fact]
    public async Task A_reader_sees_quotes_and_line_breaks_as_recorded_and_no_formula()
    {
        var timeline = await CellsAsync("/api/timeline?format=csv", "id", HostileHome.Claim);
        var met = await CellsAsync("/api/timeline?format=csv", "id", HostileHome.Encounter);
        var picture = await CellsAsync("/api/picture?format=csv&asOf=2025-08-20", "claim", HostileHome.Later);

        foreach (var row in new[] { timeline, picture })
        {
            (row["actorName"], row["topicTitle"], row["summary"], row["quote"]).Should().Be((HostileHome.ActorName, HostileHome.Title, HostileHome.Summary, "'" + HostileHome.Passage));
        }

        (timeline["venue"], timeline["sourcePublisher"]).Should().Be((HostileHome.Venue, HostileHome.Publisher));
        (met["title"], met["place"]).Should().Be(("'" + HostileHome.Meeting, "'" + HostileHome.Place));
        picture["conditions"].Should().Be("'+\"if\";; and, when; second");
    }

    [Fact]
    public async Task A_reader_sees_every_field_of_every_claim()
    {
        var items = (await home.Tracker.Public.GetJsonAsync("/api/claims?limit=200"))["items"]!.AsArray();

        var (columns, rows) = await TableAsync("/api/claims?format=csv");

        columns.Should().Be(OfClaims);
        rows.Should().HaveCount(items.Count);
        foreach (var (row, item) in rows.Zip(items.Select(item => item!.AsObject())))
        {
            foreach (var (name, value) in item.Where(member => member.Value is not JsonArray and not JsonObject && member.Key != "hits"))
            {
                row(name).Should().Be(Text(value), name);
            }

            var quotes = item["evidence"]!["quotes"]!.AsArray();
            row("quotes").Should().Be(string.Join("; ", quotes.Select(quote => Text(quote!["exact"]).Replace(";", ";;", StringComparison.Ordinal))));
            (row("starts"), row("ends")).Should().Be((string.Join("; ", quotes.Select(quote => quote!["start"]!.ToString())), string.Join("; ", quotes.Select(quote => quote!["end"]!.ToString()))));
            (row("source"), row("knownSequence")).Should().Be((Text(item["evidence"]!["source"]), rows[0]("knownSequence")));
            row("page").Should().EndWith($"/claims/{Text(item["id"])}");
        }

        var hostile = rows.Single(row => row("id") == HostileHome.Claim);
        (hostile("actorName"), hostile("speakerName"), hostile("topicTitle"), hostile("sourcePublisher")).Should().Be((HostileHome.ActorName, HostileHome.ActorName, HostileHome.Title, HostileHome.Publisher));
        rows.Single(row => row("id") == HostileHome.Retracted)("retracted").Should().Be("true");
    }

    private async Task<(string Columns, List<Func<string, string>> Rows)> TableAsync(string path)
    {
        var table = await Reader.TableAsync(await home.Tracker.Public.GetByteArrayAsync(path));
        return (string.Join(' ', table["columns"]!.AsArray().Select(Text)),
            [.. table["rows"]!.AsArray().Select(row => new Func<string, string>(column => Disguised().Replace(row![column]!.GetValue<string>(), "")))]);
    }

    private async Task<IReadOnlyDictionary<string, string>> CellsAsync(string path, string column, string value)
    {
        var rows = (await Reader.TableAsync(await home.Tracker.Public.GetByteArrayAsync(path)))["rows"]!.AsArray();
        return rows.Where(row => Text(row![column]) == value).First(row => Text(row!["kind"]) != "shift")!.AsObject().ToDictionary(cell => cell.Key, cell => Text(cell.Value), StringComparer.Ordinal);
    }

    /// <summary>The apostrophe that docs/formats.md tells readers to take away.</summary>
    [GeneratedRegex("^'(?='*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])", RegexOptions.CultureInvariant)]
    private static partial Regex Disguised();
}
