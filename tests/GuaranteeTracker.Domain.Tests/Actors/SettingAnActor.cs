using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Domain.Tests.Actors;

using static People;

public sealed class SettingAnActor
{
    [Fact]
    public void An_actor_is_registered_with_its_aliases_and_mandates_in_order() =>
        Given().When(Setting(Request with
        {
            Aliases = ["Trump", "DJT", " Trump ", "Дональд Трамп"],
            Mandates = [new() { For = "us", From = "2025-01-20" }, new() { For = "us", From = "2017-01-20", To = "2021-01-20" }, new() { For = "nato", From = "2025-01-20", To = "2025-01-20" }],
        })).Then(new ActorRegistered(Id, Content with
        {
            Aliases = ["DJT", "Trump", "Дональд Трамп"],
            Mandates =
            [
                new("nato", new(2025, 1, 20), new(2025, 1, 20)),
                new("us", new(2017, 1, 20), new(2021, 1, 20)),
                new("us", new(2025, 1, 20), null),
            ],
        }));

    [Theory]
    [InlineData("state", ActorKind.State)]
    [InlineData("organisation", ActorKind.Organisation)]
    [InlineData("coalition", ActorKind.Coalition)]
    [InlineData("person", ActorKind.Person)]
    public void An_actor_is_of_one_kind(string word, ActorKind kind) =>
        Given().When(Setting(new() { Name = "Donald Trump", Kind = word })).Then(new ActorRegistered(Id, new("Donald Trump", kind, [], [])));

    [Fact]
    public void The_same_again_records_nothing() => Given(Registered).When(Setting(Request)).ThenNothing();

    [Fact]
    public void The_same_in_another_order_records_nothing() =>
        Given(Registered).When(Setting(Request with { Aliases = ["DJT", "Trump", "DJT"], Name = "Donald Trump " })).ThenNothing();

    [Fact]
    public void The_kind_is_fixed() => Given(Registered).When(Setting(Request with { Kind = "state" })).ThenConflict("kind-fixed");

    public static TheoryData<Wrong<SetActor>> Refused => new()
    {
        new("no name", Request with { Name = null }, "/name", "required"),
        new("a long name", Request with { Name = new('a', 201) }, "/name", "too-long"),
        new("a name that looks like another", Request with { Name = "Donald\u202ETrump" }, "/name", "invisible-characters"),
        new("a name on two lines", Request with { Name = "Donald\u2028Trump" }, "/name", "control-characters"),
        new("half a letter", Request with { Name = "Donald \uD83D" }, "/name", "not-unicode"),
        new("no kind", Request with { Kind = null }, "/kind", "required"),
        new("another kind", Request with { Kind = "president" }, "/kind", "unknown-word"),
        new("a blank alias", Request with { Aliases = ["Trump", " "] }, "/aliases/1", "required"),
        new("a long alias", Request with { Aliases = [new('a', 201)] }, "/aliases/0", "too-long"),
        new("an invisible alias", Request with { Aliases = ["a\u200D"] }, "/aliases/0", "invisible-characters"),
        new("too many aliases", Request with { Aliases = [.. Enumerable.Range(0, 101).Select(i => $"alias {i}")] }, "/aliases", "too-many"),
        new("too many mandates", Request with { Mandates = new MandateInput?[101] }, "/mandates", "too-many"),
        new("a mandate for a name", Mandate([new() { For = "The US", From = "2025-01-20" }]), "/mandates/0/for", "not-an-id"),
        new("a mandate for nobody", Mandate([new() { From = "2025-01-20" }]), "/mandates/0/for", "not-an-id"),
        new("a mandate for nobody on record", Mandate([new() { For = "uk", From = "2025-01-20" }]), "/mandates/0/for", "unknown-actor"),
        new("a mandate for oneself", Mandate([new() { For = Id, From = "2025-01-20" }]), "/mandates/0/for", "own-mandate"),
        new("a mandate without a beginning", Mandate([new() { For = "us" }]), "/mandates/0/from", "not-a-date"),
        new("a mandate from a month", Mandate([new() { For = "us", From = "2025-01" }]), "/mandates/0/from", "not-a-date"),
        new("a mandate from a moment", Mandate([new() { For = "us", From = "2025-01-20T12:00:00Z" }]), "/mandates/0/from", "not-a-date"),
        new("a mandate to no date", Mandate([new() { For = "us", From = "2025-01-20", To = "today" }]), "/mandates/0/to", "not-a-date"),
        new("a mandate that ends before it begins", Mandate([new() { For = "us", From = "2025-01-20", To = "2025-01-19" }]), "/mandates/0/to", "ends-before-it-begins"),
        new("a mandate given twice", Mandate([new() { For = "us", From = "2025-01-20" }, new() { For = "us", From = "2025-01-20", To = "2029-01-20" }]), "/mandates/1", "mandate-twice"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_set_is_named_with_its_place(Wrong<SetActor> wrong)
    {
        Given().When(Setting(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);
        Given(Registered).When(Setting(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);
    }

    [Fact]
    public void Nothing_given_as_a_mandate_lacks_everything() =>
        Given().When(Setting(Mandate([null]))).ThenUnacceptable(("/mandates/0/for", "not-an-id"), ("/mandates/0/from", "not-a-date"));

    [Fact]
    public void An_actors_id_is_a_slug() => Given().When(Setting(Request, "Donald Trump")).ThenUnacceptable("", "not-an-id");

    [Fact]
    public void As_much_as_is_allowed_is_kept() =>
        Given().When(Setting(new()
        {
            Name = new('a', 200),
            Kind = "person",
            Aliases = [.. Enumerable.Range(100, 100).Select(i => $"alias {i}")],
            Mandates = [.. Enumerable.Range(100, 100).Select(i => new MandateInput { For = "us", From = $"2{i}-01-01", To = $"2{i}-01-01" })],
        })).Then(new ActorRegistered(Id, new(
            new('a', 200), ActorKind.Person,
            [.. Enumerable.Range(100, 100).Select(i => $"alias {i}")],
            [.. Enumerable.Range(2100, 100).Select(year => new Mandate("us", new(year, 1, 1), new(year, 1, 1)))])));

    private static SetActor Mandate(params MandateInput?[] mandates) => Request with { Mandates = mandates };
}
