using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class ReadingDatabases : IDisposable
{
    private const string Text = "Opening words. Troops must go, she said. Other words.";

    private readonly DnaFile _file = DnaFile.Database();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_document_becomes_a_source()
    {
        _file.Document(3, Text, DnaFile.August20 + 86_399);

        var source = (await _file.ReadAsync()).Steps(StepKind.Source).Single();

        source.Content()["title"]!.GetValue<string>().Should().Be("Leaders met");
        source.Content()["publisher"]!.GetValue<string>().Should().Be("Example");
        source.Content()["published"]!.GetValue<string>().Should().Be("2025-08-20");
        source.Content()["language"]!.GetValue<string>().Should().Be("en");
        source.Content()["text"]!.GetValue<string>().Should().Be(Text);
        source.Content()["url"]!.GetValue<string>().Should().Be($"https://document.invalid/{source.Id}");
        Guid.Parse(source.Id).Version.Should().Be(8);
    }

    [Fact]
    public async Task An_address_in_the_source_or_the_notes_is_the_address()
    {
        _file.Document(1, Text, source: "Example, see https://example.org/a?b=1.");
        _file.Document(2, Text);
        _file.Run("update DOCUMENTS set Notes = 'from (http://example.org/b) on Monday' where ID = 2");
        _file.Document(3, Text, source: "https://www.example.org/c");
        _file.Document(4, Text, source: "https://");

        var sources = (await _file.ReadAsync()).Steps(StepKind.Source).ToList();

        sources.Select(source => source.Content()["url"]!.GetValue<string>()).Should().Equal(
            "https://example.org/a?b=1", "http://example.org/b", "https://www.example.org/c", $"https://document.invalid/{sources[3].Id}");
        sources.Select(source => source.Content()["publisher"]!.GetValue<string>()).Should().Equal("Example, see https://example.org/a?b=1.", "Example", "www.example.org", "https://");
    }

    [Fact]
    public async Task A_statement_becomes_a_claim_of_the_organisation_with_the_person_as_speaker()
    {
        _file.Document(1, Text);
        _file.Code(7, Text, "Troops must go");

        var items = await _file.ReadAsync();

        var claim = items.Steps(StepKind.Claim).Single().Content();
        (claim["actor"]!.GetValue<string>(), claim["speaker"]!.GetValue<string>(), claim["topic"]!.GetValue<string>()).Should().Be(("ministry", "ada-lovelace", "troops-should-go"));
        (claim["stance"]!.GetValue<string>(), claim["voice"]!.GetValue<string>(), claim["act"]!.GetValue<string>()).Should().Be(("supports", "paraphrase", "statement"));
        claim["stated"]!.GetValue<string>().Should().Be("2025-08-20");
        claim["summary"]!.GetValue<string>().Should().Be("Ministry (Ada Lovelace) supports: Troops should go.");
        claim["evidence"]!["source"]!.GetValue<string>().Should().Be(items.Steps(StepKind.Source).Single().Id);
        claim["evidence"]!["quotes"]!.ToJsonString().Should().Be("""[{"exact":"Troops must go"}]""");
        items.Losses().Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, "Ministry", "ministry", null, "Ministry supports: Troops should go.")]
    [InlineData("Ada Lovelace", null, "ada-lovelace", null, "Ada Lovelace supports: Troops should go.")]
    public async Task Without_the_other_a_person_or_an_organisation_is_the_actor(string? person, string? organisation, string actor, string? speaker, string summary)
    {
        _file.Document(1, Text);
        _file.Statement(1, 1, 0, 7, person, organisation);

        var items = await _file.ReadAsync();

        var claim = items.Steps(StepKind.Claim).Single().Content();
        (claim["actor"]!.GetValue<string>(), claim["speaker"]?.GetValue<string>(), claim["summary"]!.GetValue<string>()).Should().Be((actor, speaker, summary));
        items.Steps(StepKind.Actor).Should().OnlyContain(step => step.Content()["mandates"] == null);
    }

    [Fact]
    public async Task A_person_has_a_mandate_from_the_first_to_the_last_day_on_which_it_speaks_for_an_organisation()
    {
        foreach (var (document, day) in new[] { (1, 5), (2, 0), (3, 9) })
        {
            _file.Document(document, Text, DnaFile.August20 + day * 86_400);
            _file.Statement(document, document, 0, 7);
        }

        _file.Statement(4, 3, 0, 7, organisation: "Academy");

        var actors = (await _file.ReadAsync()).Steps(StepKind.Actor).ToList();

        actors.Select(step => step.Id).Should().Equal(["academy", "ministry", "ada-lovelace"], "an actor comes before another's mandate for it");
        actors[2].Content()["mandates"]!.ToJsonString().Should().Be(
            """[{"for":"academy","from":"2025-08-29","to":"2025-08-29"},{"for":"ministry","from":"2025-08-20","to":"2025-08-29"}]""");
        actors.Select(step => step.Content()["kind"]!.GetValue<string>()).Should().Equal("organisation", "organisation", "person");
    }

    [Fact]
    public async Task Variables_are_known_by_their_names_in_any_case_and_in_British_spelling()
    {
        _file.Run("update VARIABLES set Variable = 'Organisation' where ID = 2; update VARIABLES set Variable = 'CONCEPT' where ID = 3");
        _file.Document(1, Text);
        _file.Code(1, Text, "Troops must go");

        (await _file.ReadAsync()).Steps(StepKind.Claim).Single().Content()["actor"]!.GetValue<string>().Should().Be("ministry");
    }

    [Fact]
    public async Task Agreement_may_be_a_number_that_is_negative_for_no()
    {
        _file.Document(1, Text);
        foreach (var (id, agreement) in new[] { (1, 1), (2, -1), (3, 0), (4, 3) })
        {
            _file.Statement(id, 1, 0, 7, agreement: null);
            _file.Run("insert into DATAINTEGER (StatementId, VariableId, Value) values ($1, 4, $2)", id, agreement);
        }

        var items = await _file.ReadAsync();

        items.Steps(StepKind.Claim).Select(step => step.Content()["stance"]!.GetValue<string>()).Should().Equal("supports", "opposes");
        items.Losses().Should().Equal(
            "statement 3 of document 1: Its agreement is 0, which is neither yes nor no where others have −1.",
            "statement 4 of document 1: Its agreement is “3”; only 1, 0 and −1 (yes and no) have a meaning.");
    }

    [Fact]
    public async Task Zero_is_a_no_where_none_is_negative()
    {
        _file.Document(1, Text);
        _file.Statement(1, 1, 0, 7, agreement: 0);

        (await _file.ReadAsync()).Steps(StepKind.Claim).Single().Content()["stance"]!.GetValue<string>().Should().Be("opposes");
    }

    [Fact]
    public async Task A_second_reading_gives_the_same_in_the_same_order()
    {
        _file.Document(2, Text);
        _file.Document(10, $"Another. {Text}");
        _file.Code(1, Text, "Troops must go", 10);
        _file.Code(2, Text, "Opening words", 2);
        _file.Statement(3, 2, 900, 901);

        var first = (await _file.ReadAsync()).Select(item => item.Written()).ToList();
        var second = (await _file.ReadAsync()).Select(item => item.Written()).ToList();

        second.Should().Equal(first);
        first.Should().HaveCount(2 + 1 + 2 + 3);
    }
}
