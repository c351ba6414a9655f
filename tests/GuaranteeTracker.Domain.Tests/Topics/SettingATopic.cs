using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Domain.Tests.Topics;

public sealed class SettingATopic
{
    private const string Id = "us-air-support";
    private static readonly SetTopic _request = new() { Title = "US air support", Proposition = "The United States supports Ukraine from the air." };
    private static readonly TopicContent _content = new("US air support", "The United States supports Ukraine from the air.");
    private static readonly TopicRegistered _registered = new(Id, _content);

    [Fact]
    public void A_topic_is_registered_as_worded() => Given().When(Setting(_request)).Then(_registered);

    [Fact]
    public void The_same_again_records_nothing() => Given(_registered).When(Setting(_request with { Title = "US air support " })).ThenNothing();

    [Fact]
    public void Another_wording_rewords_it_as_a_whole() =>
        Given(_registered).When(Setting(_request with { Title = "Air support" })).Then(new TopicReworded(Id, _content with { Title = "Air support" }));

    [Fact]
    public void A_wording_in_force_records_nothing() =>
        Given(_registered, new TopicReworded(Id, _content with { Title = "Air support" })).When(Setting(_request with { Title = "Air support" })).ThenNothing();

    [Fact]
    public void It_can_be_reworded_back() =>
        Given(_registered, new TopicReworded(Id, _content with { Title = "Air support" })).When(Setting(_request)).Then(new TopicReworded(Id, _content));

    public static TheoryData<Wrong<SetTopic>> Refused => new()
    {
        new("no title", _request with { Title = null }, "/title", "required"),
        new("a long title", _request with { Title = new('a', 201) }, "/title", "too-long"),
        new("a title that looks like another", _request with { Title = "US\u00ADair" }, "/title", "invisible-characters"),
        new("half a letter", _request with { Title = "\uDC00" }, "/title", "not-unicode"),
        new("no proposition", _request with { Proposition = " " }, "/proposition", "required"),
        new("a long proposition", _request with { Proposition = new('a', 501) }, "/proposition", "too-long"),
        new("a proposition on two lines", _request with { Proposition = "Yes.\nNo." }, "/proposition", "control-characters"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_set_is_named_with_its_place(Wrong<SetTopic> wrong)
    {
        Given().When(Setting(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);
        Given(_registered).When(Setting(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);
    }

    [Fact]
    public void A_topics_id_is_a_slug() => Given().When(Setting(_request, "US air support")).ThenUnacceptable("", "not-an-id");

    [Fact]
    public void Registered_and_reworded_are_folded()
    {
        Given(_registered).State.Should().Be(new Topic(Id, _content));
        Given(_registered, new TopicReworded(Id, new("Other", "Another sentence."))).State.Should().Be(new Topic(Id, new("Other", "Another sentence.")));
    }

    [Fact]
    public void An_event_nobody_knows_has_no_place_in_it() =>
        FluentActions.Invoking(() => Given(_registered, new TopicForgotten(Id, _content))).Should().Throw<NotSupportedException>().WithMessage("*TopicForgotten*");

    [Fact]
    public void A_life_begins_once_and_with_its_registration()
    {
        FluentActions.Invoking(() => Given(new TopicReworded(Id, _content))).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => Given(_registered, _registered)).Should().Throw<NotSupportedException>();
    }

    private static Chapter<Topic, ITopicFact> Given(params ITopicFact[] facts) => new(facts.Aggregate((Topic?)null, Topic.Evolve));

    private static Func<Topic?, Decision<ITopicFact>> Setting(SetTopic request, string id = Id) => topic => request.Decide(topic, id);

    private sealed record TopicForgotten(string Topic, TopicContent Content) : ITopicFact;
}
