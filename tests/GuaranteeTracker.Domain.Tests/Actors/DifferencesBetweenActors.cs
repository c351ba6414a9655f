using CsCheck;
using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Domain.Tests.Actors;

using static People;

/// <summary>Each real difference is an event.</summary>
public sealed class DifferencesBetweenActors
{
    [Fact]
    public void Another_name() => Given(Registered).When(Setting(Request with { Name = "Donald J. Trump" })).Then(new ActorRenamed(Id, "Donald J. Trump"));

    [Fact]
    public void One_more_alias() =>
        Given(Registered).When(Setting(Request with { Aliases = ["Trump", "The President", "DJT"] })).Then(new AliasAdded(Id, "The President"));

    [Fact]
    public void One_alias_less() => Given(Registered).When(Setting(Request with { Aliases = ["Trump"] })).Then(new AliasRemoved(Id, "DJT"));

    [Fact]
    public void Aliases_differ_by_case() =>
        Given(Registered).When(Setting(Request with { Aliases = ["Trump", "djt"] })).Then(new AliasRemoved(Id, "DJT"), new AliasAdded(Id, "djt"));

    [Fact]
    public void One_more_mandate() =>
        Given(Registered).When(Setting(Request with { Mandates = [.. Request.Mandates!, new() { For = "nato", From = "2025-06-01", To = "2025-06-30" }] })).Then(
            new MandateGranted(Id, new("nato", new(2025, 6, 1), new(2025, 6, 30))));

    [Fact]
    public void A_mandate_less_was_never_so() =>
        Given(Registered).When(Setting(Request with { Mandates = [] })).Then(new MandateWithdrawn(Id, "us", new(2025, 1, 20)));

    [Fact]
    public void A_mandate_that_ends() =>
        Given(Registered).When(Setting(Ending("2029-01-20"))).Then(new MandateEnded(Id, "us", new(2025, 1, 20), new(2029, 1, 20)));

    [Fact]
    public void A_mandate_that_ends_on_another_day() =>
        Given(Registered, new MandateEnded(Id, "us", new(2025, 1, 20), new(2028, 1, 20))).When(Setting(Ending("2029-01-20"))).Then(
            new MandateEnded(Id, "us", new(2025, 1, 20), new(2029, 1, 20)));

    [Fact]
    public void A_mandate_that_does_not_end_after_all() =>
        Given(Registered, new MandateEnded(Id, "us", new(2025, 1, 20), new(2028, 1, 20))).When(Setting(Request)).Then(new MandateGranted(Id, ForTheUs));

    [Fact]
    public void A_mandate_from_another_day() =>
        Given(Registered).When(Setting(Request with { Mandates = [new() { For = "us", From = "2025-01-21" }] })).Then(
            new MandateWithdrawn(Id, "us", new(2025, 1, 20)), new MandateGranted(Id, new("us", new(2025, 1, 21), null)));

    [Fact]
    public void Everything_at_once() =>
        Given(Registered).When(Setting(new() { Name = "45", Kind = "person", Aliases = ["47"], Mandates = [new() { For = "nato", From = "2025-01-20" }] })).Then(
            new ActorRenamed(Id, "45"), new AliasRemoved(Id, "DJT"), new AliasRemoved(Id, "Trump"), new AliasAdded(Id, "47"),
            new MandateWithdrawn(Id, "us", new(2025, 1, 20)), new MandateGranted(Id, new("nato", new(2025, 1, 20), null)));

    [Fact]
    public void What_is_left_out_is_taken_away() =>
        Given(Registered).When(Setting(new() { Name = "Donald Trump", Kind = "person" })).Then(
            new AliasRemoved(Id, "DJT"), new AliasRemoved(Id, "Trump"), new MandateWithdrawn(Id, "us", new(2025, 1, 20)));

    [Fact]
    public void The_events_always_lead_to_what_is_wanted_and_then_nothing_differs() =>
        Gen.Select(_requests, _requests).Sample((first, second) =>
        {
            var registered = first.Decide(null, Id, _known).Should().BeOfType<Decision<IActorFact>.Accepted>().Which.Facts;
            var differences = second.Decide(Given([.. registered]).State, Id, _known).Should().BeOfType<Decision<IActorFact>.Accepted>().Which.Facts;
            var actor = Given([.. registered, .. differences]).State!;

            actor.Content.Should().Be(Given(Registering(second)).State!.Content);
            second.Decide(actor, Id, _known).Should().Be(new Decision<IActorFact>.Accepted());
        });

    private static readonly HashSet<string> _known = ["us", "nato"];

    private static readonly Gen<SetActor> _requests =
        from name in Gen.OneOf("One", "Another")
        from aliases in Gen.OneOf("a", "b", "c").Array[0, 3]
        from mandates in Gen.Select(Gen.OneOf("us", "nato"), Gen.Int[1, 2], Gen.OneOf<string?>(null, "2025-03-01", "2025-04-01"))
            .Select((@for, day, to) => new MandateInput { For = @for, From = $"2025-01-0{day}", To = to }).Array[0, 4]
        select new SetActor { Name = name, Kind = "person", Aliases = aliases, Mandates = [.. mandates.DistinctBy(mandate => (mandate.For, mandate.From))] };

    private static IActorFact Registering(SetActor request) =>
        request.Decide(null, Id, _known).Should().BeOfType<Decision<IActorFact>.Accepted>().Which.Facts.Single();

    private static SetActor Ending(string day) => Request with { Mandates = [new() { For = "us", From = "2025-01-20", To = day }] };
}
