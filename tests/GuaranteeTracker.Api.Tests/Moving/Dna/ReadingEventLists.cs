using System.Globalization;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class ReadingEventLists
{
    private const string Header =
        "\"statement_id\";\"time\";\"person\";\"organization\";\"concept\";\"agreement\";\"start_position\";\"stop_position\";\"text\";\"coder\";"
        + "\"document_id\";\"document_title\";\"document_author\";\"document_source\";\"document_section\";\"document_type\"\n";

    [Fact]
    public async Task A_list_as_DNA_writes_it_becomes_claims_in_an_excerpt_of_its_words()
    {
        using var file = DnaFile.Of(Header
            + "12;2025-08-20 00:00:00;\"Ada Lovelace\";\"Ministry\";\"Troops should go.\";0;200;214;\"Troops stay,\nshe said.\";2;3;\"Leaders met\";\"\";\"Example\";\"\";\"\"\n"
            + "7;2025-08-20 00:00:00;\"\";\"Ministry\";\"Troops should go.\";1;10;24;\"Troops go.\";2;3;\"Leaders met\";\"\";\"Example\";\"\";\"\"");

        var items = await file.ReadAsync();

        var source = items.Steps(StepKind.Source).Single().Content();
        source["text"]!.GetValue<string>().Should().Be("Troops go.\n\n[…]\n\nTroops stay,\nshe said.");
        source["title"]!.GetValue<string>().Should().Be("Leaders met (excerpt from a coded event list)");
        (source["publisher"]!.GetValue<string>(), source["published"]!.GetValue<string>()).Should().Be(("Example", "2025-08-20"));
        var claims = items.Steps(StepKind.Claim).Select(step => step.Content()).ToList();
        claims.Select(claim => claim["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>()).Should().Equal("Troops go.", "Troops stay,\nshe said.");
        claims.Select(claim => claim["stance"]!.GetValue<string>()).Should().Equal("supports", "opposes");
        claims.Select(claim => claim["speaker"]?.GetValue<string>()).Should().Equal(null, "ada-lovelace");
        items.Losses().Should().Equal("column coder: There is no place for who coded what.");
    }

    [Fact]
    public async Task A_list_with_commas_is_read_by_RFC_4180_without_the_apostrophes_that_keep_formulas_from_running()
    {
        using var file = DnaFile.Of(
            "statement_id,time,person,organization,concept,agreement,start_position,stop_position,text,coder,document_id,document_title,document_author,document_source,document_section,document_type\r\n"
            + "b,2025-08-20 12:00:00,'=Ada,,'-Troops,1,5,9,\"'+\"\"No; never\"\", he said.\",,d,Leaders; met,,Example,,\r\n"
            + "a,2025-08-19 00:00:00,,\"Office, The\",Other,1,1,3,It's so,,d,Leaders; met,,Example,,\r\n");

        var items = await file.ReadAsync();

        var claims = items.Steps(StepKind.Claim).Select(step => step.Content()).ToList();
        claims.Select(claim => claim["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>()).Should().Equal("It's so", "+\"No; never\", he said.");
        claims.Select(claim => claim["stated"]!.GetValue<string>()).Should().Equal("2025-08-19", "2025-08-20");
        items.Steps(StepKind.Actor).Select(step => step.Content()["name"]!.GetValue<string>()).Should().Equal("Office, The", "=Ada");
        items.Steps(StepKind.Source).Single().Content()["published"]!.GetValue<string>().Should().Be("2025-08-20", "a source is not older than what is said in it");
    }

    [Fact]
    public async Task Passages_that_hold_each_other_are_each_quoted_where_they_stand()
    {
        using var file = DnaFile.Of(Header + Row(1, "go", 3) + Row(2, "Troops must go", 0) + Row(3, "Troops must go", 90));

        var items = await file.ReadAsync();

        items.Steps(StepKind.Source).Single().Content()["text"]!.GetValue<string>().Should().Be("Troops must go\n\n[…]\n\ngo");
        items.Steps(StepKind.Claim).Select(claim => claim.Content()["evidence"]!["quotes"]![0]!.ToJsonString(Relaxed)).Should().Equal(
            """{"exact":"go","prefix":"Troops must go\n\n[…]\n\n"}""", """{"exact":"Troops must go"}""", """{"exact":"Troops must go"}""");
    }

    [Fact]
    public async Task Rows_of_which_no_claim_can_come_are_told_by_their_lines()
    {
        using var file = DnaFile.Of(Header + Row(1, "Words", 0) + Row(1, "Others", 9) + Row(2, " ", 0) + Row(3, "A\0b", 0) + "4;5\n" + Row(5, "Untimely", 0, time: "20/08/2025") + Row(6, "Maybe", 0, agreement: "perhaps"));

        (await file.ReadAsync()).Losses().Should().Equal(
            "line 6: It has 2 cells where the first line has 16.",
            "column coder: There is no place for who coded what.",
            "line 3, statement 1 of document 3: Another line has a statement of this number in this document.",
            "line 4, statement 2 of document 3: It has no words.",
            "line 5, statement 3 of document 3: Its text holds U+0000, which cannot be kept, at code point 1.",
            "line 7, statement 5 of document 3: It has no date.",
            "line 8, statement 6 of document 3: Its agreement is “perhaps”; only 1, 0 and −1 (yes and no) have a meaning.");
    }

    [Fact]
    public async Task Columns_of_somebody_s_own_and_what_documents_have_besides_are_told()
    {
        using var file = DnaFile.Of(
            "statement_id;time;Organisation;concept;agreement;text;document_id;document_author;document_source;document_section;document_type;frame\n"
            + "1;2025-08-20 10:00:00;Ministry;Troops;yes;Words;3;A. Writer;Example;Politics;news;security\n");

        (await file.ReadAsync()).Losses().Should().Equal(
            "document 3: There is no place for its author, “A. Writer”.",
            "document 3: There is no place for its section, “Politics”.",
            "document 3: There is no place for its type, “news”.",
            "document 3: There is no place for its time of day, “10:00:00”.",
            "line 2, statement 1 of document 3: There is no place for its frame, “security”.");
    }

    [Fact]
    public async Task Documents_and_statements_come_in_the_order_of_their_numbers_whatever_the_order_of_the_lines()
    {
        var rows = new[] { Row(10, "Ten", 0, "2"), Row(9, "Nine", 5, "2"), Row(3, "Three", 0, "10"), Row(4, "Four", 0, "x") };
        using var file = DnaFile.Of(Header + string.Concat(rows));
        using var turned = DnaFile.Of('\uFEFF' + Header + string.Concat(rows.Reverse()));

        var items = (await file.ReadAsync()).OfType<ImportStep>().Select(item => item.Step.Content().ToJsonString()).ToList();

        (await turned.ReadAsync()).OfType<ImportStep>().Select(item => item.Step.Content().ToJsonString()).Should().Equal(items);
        (await file.ReadAsync()).Steps(StepKind.Claim).Select(claim => claim.Content()["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>()).Should().Equal("Nine", "Ten", "Three", "Four");
    }

    private static System.Text.Json.JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Row(int id, string text, int start, string document = "3", string time = "2025-08-20 00:00:00", string agreement = "1") => string.Create(
        CultureInfo.InvariantCulture,
        $"{id};{time};\"Ada\";\"Ministry\";\"Troops\";{agreement};{start};{start + text.Length};\"{text}\";2;{document};\"Leaders met\";\"\";\"Example\";\"\";\"\"\n");
}
