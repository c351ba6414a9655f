using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;
using JasperFx.Events;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>What requests are decided on, one after another.</summary>
public sealed class DecidedOn
{
    private readonly Grounds _grounds = new() { Now = new(2025, 8, 20, 12, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void What_follows_sees_what_was_added()
    {
        _grounds.Open("topic:a");
        _grounds.Topic("a").Should().BeNull();

        _grounds.Add(Addition("a", 0, "First"));
        _grounds.Topic("a")!.State.Content.Title.Should().Be("First");
        _grounds.Add(Addition("a", 1, "Second"));

        var topic = _grounds.Topic("a")!;
        (topic.State.Content.Title, topic.Version, _grounds.VersionOf("topic:a"), _grounds.Holds("topic:a")).Should().Be(("Second", 2, 2, true));
    }

    [Fact]
    public void What_was_added_since_can_be_taken_back_and_what_was_read_stays()
    {
        _grounds.Open("topic:a");
        _grounds.Read("topic:a", Event("a", 1, "Read", "earlier"));
        _grounds.Add(Addition("a", 1, "Kept"));
        var mark = _grounds.Mark;
        _grounds.Add(Addition("a", 2, "Third", "Fourth"));
        _grounds.Add(Addition("b", 0, "New"));
        _grounds.Topic("a")!.Version.Should().Be(4);

        _grounds.Rewind(mark);

        (_grounds.Topic("a")!.State.Content.Title, _grounds.Topic("a")!.Version).Should().Be(("Kept", 2));
        _grounds.Topic("b").Should().BeNull();
        _grounds.Holds("topic:b").Should().BeFalse();
        _grounds.Topics(["a", "b"]).Should().Equal("a");
        _grounds.Mark.Should().Be(mark);
    }

    [Fact]
    public void To_take_back_nothing_changes_nothing()
    {
        _grounds.Add(Addition("a", 0, "First"));

        _grounds.Rewind(_grounds.Mark);

        _grounds.Topic("a")!.Version.Should().Be(1);
    }

    [Fact]
    public void A_text_is_there_from_when_it_is_added_until_it_is_taken_back()
    {
        var id = Guid.NewGuid();
        SourceText.TryNormalise("Some words.", out var text, out _).Should().BeTrue();
        var registered = new SourceRegistered(id, "https://example.org", "Example", "Title", new(2025, 8, 20), "en", text!.Sha256, text.CodePoints, null);
        var claim = new Domain.Claims.ClaimInput { Evidence = new() { Source = id.ToString() } };
        _grounds.Open($"source:{id}");

        _grounds.Add(new($"source:{id}", 0, [new Event<SourceRegistered>(registered) { Version = 1 }], text));
        _grounds.ReferencesOf(claim).Text.Should().Be("Some words.");
        _grounds.Rewind(0);

        _grounds.ReferencesOf(claim).Should().Match<Domain.Claims.ClaimReferences>(references => references.Text == null && references.Source == null);
    }

    [Fact]
    public void An_event_is_known_by_its_cause()
    {
        _grounds.Open("topic:a");
        _grounds.Read("topic:a", Event("a", 1, "Read", "earlier"));

        _grounds.Holds("topic:a", 1, "earlier").Should().BeTrue();
        _grounds.Holds("topic:a", 1, "another").Should().BeFalse();
        _grounds.Holds("topic:a", 2, "earlier").Should().BeFalse();
        _grounds.Holds("topic:b", 1, "earlier").Should().BeFalse();
    }

    [Fact]
    public void What_was_not_read_cannot_be_asked_for() =>
        _grounds.Invoking(grounds => grounds.Topic("unread")).Should().Throw<InvalidOperationException>();

    [Fact]
    public void What_is_mentioned_is_there_and_no_more()
    {
        _grounds.ReadMentioned("actor:us");

        _grounds.Actors(["us", "russia", "NOT AN ID", null]).Should().Equal("us");
    }

    private static Addition Addition(string topic, long version, params string[] titles) =>
        new($"topic:{topic}", version, [.. titles.Select((title, i) => Event(topic, version + i + 1, title, "now"))], null);

    private static IEvent Event(string topic, long version, string title, string cause)
    {
        var content = new TopicContent(title, "It is so.");
        IEvent e = version == 1 ? new Event<TopicRegistered>(new(topic, content)) : new Event<TopicReworded>(new(topic, content));
        (e.Version, e.StreamKey, e.CausationId) = (version, $"topic:{topic}", cause);
        return e;
    }
}
