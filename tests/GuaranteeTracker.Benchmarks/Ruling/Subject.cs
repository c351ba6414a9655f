using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Domain.Topics;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary>What is measured: one topic's picture at one (D, K), as an outline, as <c>view=cells</c>, and as the bytes that are answered.</summary>
internal sealed class Subject(IReadOnlyList<TopicTimeline> timelines, Mandates mandates)
{
    private static readonly ClaimContent _words = Words();

    private readonly IReadOnlyList<TopicTimeline>[] _each = [.. timelines.Select(timeline => new[] { timeline })];

    public int Topics => _each.Length;

    public static Subject Of(Timelines timelines, IEnumerable<string> topics) => new([.. topics.Select(timelines.Build)], timelines.Catalogue.Mandates);

    public Outline Outline(Question question) => Domain.Pictures.Outline.Of(_each[question.Topic], mandates, question.Moment, Selection.Everything);

    /// <summary>Pending claims' words are at hand here; the service would read those few.</summary>
    public CellsAnswer Cells(Question question)
    {
        var outline = Outline(question);
        return new(
            question.Moment.AsOf, new Known(question.Moment.Known, question.Moment.AsOf, 0),
            [.. outline.Topics.Select(topic => TopicCells.Of(topic, LabelOf, _ => _words))], outline.Contradictions, outline.Counts);
    }

    public byte[] Bytes(Question question) => JsonSerializer.SerializeToUtf8Bytes(Cells(question), Json.Options);

    private static TopicLabel LabelOf(string topic) => TopicLabel.Of(new Topic(topic, new("Topic", "What the topic proposes is done before the agreement is signed.")));

    private static ClaimContent Words()
    {
        var article = Article.Write(new Scale(1), 0);
        return article.Claims[0].Content with { Stated = Edtf.TryParse("2025-08", out var month, out var because) ? month : throw new FormatException(because) };
    }
}
