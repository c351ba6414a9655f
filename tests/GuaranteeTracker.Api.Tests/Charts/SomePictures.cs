using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Charts;

/// <summary>Pictures of any size, made without a record.</summary>
internal static class SomePictures
{
    private static readonly Stance[] _stances = Enum.GetValues<Stance>();

    /// <param name="position">Whether an actor (by its number) has a position on a topic (by its number).</param>
    public static Outline Outline(int topics, int actors, Func<int, int, bool>? position = null)
    {
        var all = Enumerable.Range(0, topics).Select(topic => Topic(topic, [.. Enumerable.Range(0, actors).Where(actor => position?.Invoke(topic, actor) ?? true)])).ToList();
        return new([.. all], [], new(all.Sum(topic => topic.Cells.Count), 7_654, 321));
    }

    public static Matrix Matrix(int topics, int actors, string title = "", string name = "") =>
        Api.Pictures.Matrix.Of(Outline(topics, actors), topic => title + topic, actor => name + actor, MatrixWindow.Image);

    /// <summary>With every mark there is.</summary>
    public static Matrix Marked(string title, string name)
    {
        var outline = Outline(18, 12);
        var cells = outline.Topics[0].Cells.Select(cell => cell with
        {
            AttributedOnly = true, Disputed = true, OutsideMandate = true, Contradictions = [new(ContradictionKind.SplitVoice, cell.Actor, "topic-00", [cell.Claim, cell.Claim])],
        });
        var pending = outline.Topics[0].Cells.Select(cell => new Pending(cell.Actor, cell.Content, cell.Stance, null));
        var marked = outline with { Topics = [outline.Topics[0] with { Cells = [.. cells], Pending = [.. pending] }, .. outline.Topics.Skip(1)] };
        return Api.Pictures.Matrix.Of(marked, _ => title, _ => name, MatrixWindow.Image);
    }

    private static TopicOutline Topic(int number, IReadOnlyList<int> actors) => new(
        $"topic-{number:00}",
        [.. actors.Select(actor => Standing($"actor-{actor:00}", _stances[(number + actor) % _stances.Length]))],
        [], new([], [], [], []), new HashSet<string>());

    private static Standing Standing(string actor, Stance stance) =>
        new(actor, stance, new(2025, 8, 20), SinceKind.On, new(Guid.Empty, 1), new(2025, 8, 20, 0, 0, 0, DateTimeKind.Utc), false, false, false, [], null);
}
