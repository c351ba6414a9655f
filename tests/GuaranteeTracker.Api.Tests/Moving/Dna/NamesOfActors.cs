using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

public sealed class NamesOfActors : IDisposable
{
    private readonly DnaFile _file = DnaFile.Database();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("Łódź & Çelik, Inc.", "lodz-and-celik-inc")]
    [InlineData("Ærø Straße", "aero-strasse")]
    [InlineData("Ŧŋĸ ẞ", "tnk-ss")]
    [InlineData("Luhanʼsk’s `Rada'", "luhansks-rada")]
    [InlineData("A\uFFFEB", "a-b")]
    [InlineData("  Senate\t", "senate")]
    [InlineData("A Committee with a Name that Goes on and on until No Id Could Ever Hold It", "a-committee-with-a-name-that-goes-on-and-on-until-no-id-could")]
    public async Task An_id_is_made_of_the_name_s_words(string name, string id)
    {
        _file.Document(1, "Words.");
        _file.Statement(1, 1, 0, 5, person: null, organisation: name);

        var actor = (await _file.ReadAsync()).Steps(StepKind.Actor).Single();

        (actor.Id, actor.Content()["name"]!.GetValue<string>()).Should().Be((id, name.Trim()));
        Slug.IsValid(actor.Id).Should().BeTrue();
    }

    [Fact]
    public async Task Names_that_would_share_an_id_get_ids_of_their_own_that_do_not_depend_on_their_order()
    {
        _file.Document(1, "Words.");
        _file.Statement(1, 1, 0, 5, person: "Senate", organisation: "SENATE");
        _file.Statement(2, 1, 0, 5, person: "Рада", organisation: "Senate");
        using var other = DnaFile.Database();
        other.Document(1, "Words.");
        other.Statement(1, 1, 0, 5, person: "Рада", organisation: "Senate");
        other.Statement(2, 1, 0, 5, person: "Senate", organisation: "SENATE");

        var ids = (await _file.ReadAsync()).Steps(StepKind.Actor).Select(step => (step.Content()["kind"]!.GetValue<string>(), step.Content()["name"]!.GetValue<string>(), step.Id)).ToList();
        var others = (await other.ReadAsync()).Steps(StepKind.Actor).Select(step => (step.Content()["kind"]!.GetValue<string>(), step.Content()["name"]!.GetValue<string>(), step.Id)).ToList();

        others.Should().Equal(ids);
        ids[0].Should().Be(("organisation", "SENATE", "senate"));
        ids.Select(actor => actor.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => Slug.IsValid(id)).And.HaveCount(4);
        ids.Select(actor => actor.Id).Skip(1).Take(1).Should().OnlyContain(id => id.StartsWith("senate-", StringComparison.Ordinal));
        ids.Single(actor => actor is ("person", "Senate", _)).Id.Should().Be("senate-e178c4e856d2", "whoever imported it before has this id on record");
        ids.Single(actor => actor.Item2 == "Рада").Id.Should().Be("actor-d3078a204fca");
    }

    [Fact]
    public async Task Names_that_differ_only_in_how_Unicode_writes_them_are_one()
    {
        _file.Document(1, "Words.");
        _file.Statement(1, 1, 0, 5, person: null, organisation: "Caf\u00E9");
        _file.Statement(2, 1, 0, 5, person: null, organisation: "Cafe\u0301 ");

        var items = await _file.ReadAsync();

        items.Steps(StepKind.Actor).Should().ContainSingle().Which.Id.Should().Be("cafe");
        items.Steps(StepKind.Claim).Should().HaveCount(2);
    }

    [Fact]
    public async Task Names_that_no_statement_uses_are_carried_over_too()
    {
        _file.Run("insert into ENTITIES (VariableId, Value) values (1, 'Silent Person'), (2, 'Silent Body'), (3, 'Nobody spoke of it.'), (5, 'a frame'), (3, '')");

        var items = await _file.ReadAsync();

        items.OfType<ImportStep>().Select(item => item.Step.Id).Should().Equal("silent-body", "silent-person", "nobody-spoke-of-it");
    }
}
