using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class WhatDatabasesLose : IDisposable
{
    private const string Text = "Opening words. Troops must go.";

    private readonly DnaFile _file = DnaFile.Database();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_statement_of_another_type_is_told_with_its_values()
    {
        _file.Document(3, Text);
        _file.Run("insert into STATEMENTS values (5, 2, 3, 0, 7, 1); insert into DATALONGTEXT values (1, 5, 6, 'Look at' || char(10) || 'this.')");

        (await _file.ReadAsync()).Losses().Should().Equal(
            "statement 5 of document 3: There is no place for its note, “Look at this.”.",
            "statement 5 of document 3: It is of the type “Annotation”, which does not tell who is for or against what.");
    }

    [Fact]
    public async Task A_variable_of_somebody_s_own_is_told_and_the_claim_is_kept()
    {
        _file.Document(1, Text);
        _file.Code(1, Text, "Troops must go");
        _file.Value(1, 5, "security");
        _file.Code(2, Text, "Opening");
        _file.Value(2, 5, "");

        var items = await _file.ReadAsync();

        items.Losses().Should().Equal("statement 1 of document 1: There is no place for its frame, “security”.");
        items.Steps(StepKind.Claim).Should().HaveCount(2);
    }

    [Theory]
    [InlineData(null, null, "Troops", 1, "It names neither a person nor an organisation.")]
    [InlineData("Ada", "Ministry", null, 1, "It names no concept.")]
    [InlineData("Ada", "Ministry", "Troops", null, "It does not say whether they agree.")]
    public async Task A_statement_without_what_makes_a_claim_is_told(string? person, string? organisation, string? concept, int? agreement, string because)
    {
        _file.Document(1, Text);
        _file.Statement(1, 1, 0, 7, person, organisation, concept, agreement);

        var items = await _file.ReadAsync();

        items.Losses().Should().Equal($"statement 1 of document 1: {because}");
        items.Steps(StepKind.Claim).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_document_has_besides_its_text_is_told()
    {
        _file.Document(1, Text, DnaFile.August20 + 3_661);
        _file.Run("update DOCUMENTS set Author = 'A. Writer', Section = 'Politics', Type = 'news', Notes = 'Check this.'");

        (await _file.ReadAsync()).Losses().Should().Equal(
            "document 1: There is no place for its author, “A. Writer”.",
            "document 1: There is no place for its section, “Politics”.",
            "document 1: There is no place for its type, “news”.",
            "document 1: There is no place for its notes, “Check this.”.",
            "document 1: There is no place for its time of day, “01:01:01”.");
    }

    [Fact]
    public async Task An_author_is_the_publisher_where_there_is_no_source()
    {
        _file.Document(1, Text, source: "");
        _file.Run("update DOCUMENTS set Author = 'A. Writer'");
        _file.Document(2, Text, source: "");

        var items = await _file.ReadAsync();

        items.Losses().Should().BeEmpty();
        items.Steps(StepKind.Source).Select(source => source.Content()["publisher"]!.GetValue<string>()).Should().Equal("A. Writer", "Leaders met");
    }

    [Theory]
    [InlineData("update DOCUMENTS set Text = ''", "The text is missing")]
    [InlineData("update DOCUMENTS set Text = 'a' || char(0) || 'b'", "The text holds U+0000")]
    [InlineData("update DOCUMENTS set Text = cast(x'54726F6FFF707321' as text)", "Its text holds bytes that are not UTF-8")]
    [InlineData("update DOCUMENTS set Text = hex(zeroblob(524289))", "The text has 1048578 bytes in UTF-8; at most 1048576 are kept")]
    [InlineData("update DOCUMENTS set Text = hex(zeroblob(2097153))", "Its text has 4194306 characters; at most 1048576 bytes are kept")]
    [InlineData("update DOCUMENTS set Date = 999999999999999", "Its date is none of the calendar")]
    [InlineData("update DOCUMENTS set Date = 'Monday'", "Its date is none of the calendar")]
    public async Task A_document_that_cannot_be_kept_is_told_and_so_is_each_of_its_statements(string change, string because)
    {
        _file.Document(1, Text);
        _file.Code(1, Text, "Opening");
        _file.Code(2, Text, "Troops");
        _file.Document(2, Text);
        _file.Run($"{change} where ID = 1");

        var items = await _file.ReadAsync();

        items.Losses().Should().HaveCount(3);
        items.Losses().First().Should().StartWith($"document 1: {because}");
        items.Losses().Skip(1).Should().Equal("statement 1 of document 1: Its document could not be carried over.", "statement 2 of document 1: Its document could not be carried over.");
        items.Steps(StepKind.Source).Should().ContainSingle();
    }

    [Fact]
    public async Task A_character_that_stands_for_unknown_bytes_may_be_in_a_document()
    {
        _file.Document(1, "Mangled \uFFFD words.");

        (await _file.ReadAsync()).Losses().Should().BeEmpty();
    }

    [Fact]
    public async Task A_statement_whose_document_or_type_is_gone_is_told()
    {
        _file.Document(1, Text);
        _file.Statement(1, 9, 0, 7);
        _file.Run("insert into STATEMENTS values (2, 7, 1, 0, 7, 1)");

        (await _file.ReadAsync()).Losses().Should().Equal(
            "statement 2 of document 1: Its statement type is not in the file.", "statement 1 of document 9: Its document is not in the file.");
    }

    [Fact]
    public async Task Coders_search_patterns_links_attributes_and_groups_are_told()
    {
        _file.Run("""
            insert into CODERS values (1, 'Admin'), (2, 'Ada');
            insert into REGEXES values ('troop.*');
            insert into VARIABLELINKS values (1, 1, 2);
            insert into ENTITIES values (1, 1, 'Ada', null), (2, 2, 'Ministry', null), (3, 2, 'Office', 2);
            insert into ATTRIBUTEVARIABLES values (1, 1, 'Type'), (2, 1, 'Alias');
            insert into ATTRIBUTEVALUES values (1, 1, 1, 'Government'), (2, 1, 2, ' ');
            """);

        (await _file.ReadAsync()).Losses().Should().Equal(
            "coders: There is no place for who coded what; the file has 2 coders.",
            "regular expression “troop.*”: There is no place for what highlights words.",
            "variable “person”: There is no place for its link to “organization”.",
            "organization “Office”: There is no place for its being part of “Ministry”.",
            "person “Ada”: There is no place for its Type, “Government”.");
    }
}
