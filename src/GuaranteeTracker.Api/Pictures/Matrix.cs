using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>A picture as a table: a row for each topic, a column for each actor; of a large picture, those with the most positions.</summary>
/// <param name="Rows">Most positions first, then most pending, then by id; so are the actors.</param>
/// <param name="MoreTopics">How many topics of the picture are left out.</param>
/// <param name="MoreActors">How many actors of the picture are left out.</param>
/// <param name="Counts">Of the whole picture.</param>
public sealed record Matrix(IReadOnlyList<Named> Actors, IReadOnlyList<MatrixRow> Rows, int MoreTopics, int MoreActors, Counts Counts)
{
    internal static Matrix Of(Outline outline, KnownRecord record, MatrixWindow window) => Of(
        outline,
        topic => record.LabelOf(topic).Title,
        record.NameOf,
        window);

    /// <param name="titleOf">A topic's title, of its id.</param>
    /// <param name="nameOf">An actor's name, of its id.</param>
    public static Matrix Of(Outline outline, Func<string, string> titleOf, Func<string, string> nameOf, MatrixWindow window)
    {
        var topics = outline.Topics
            .OrderByDescending(topic => topic.Cells.Count).ThenByDescending(topic => topic.Pending.Count).ThenBy(topic => topic.Topic, StringComparer.Ordinal)
            .ToList();
        var actors = Weigh(outline);
        var shown = actors.Take(window.Actors).ToList();
        var columns = shown.Select((actor, column) => (actor, column)).ToDictionary(pair => pair.actor, pair => pair.column, StringComparer.Ordinal);
        return new(
            [.. shown.Select(actor => new Named(actor, nameOf(actor)))],
            [.. topics.Take(window.Topics).Select(topic => MatrixRow.Of(topic, titleOf(topic.Topic), columns))],
            Math.Max(0, topics.Count - window.Topics),
            actors.Count - shown.Count,
            outline.Counts);
    }

    /// <summary>Every actor with a position or a pending claim, those with most of them first.</summary>
    private static List<string> Weigh(Outline outline)
    {
        var weights = new Dictionary<string, (int Positions, int Pending)>(StringComparer.Ordinal);
        foreach (var topic in outline.Topics)
        {
            foreach (var cell in topic.Cells)
            {
                var (positions, pending) = weights.GetValueOrDefault(cell.Actor);
                weights[cell.Actor] = (positions + 1, pending);
            }

            foreach (var claim in topic.Pending)
            {
                var (positions, pending) = weights.GetValueOrDefault(claim.Actor);
                weights[claim.Actor] = (positions, pending + 1);
            }
        }

        return [.. weights
            .OrderByDescending(actor => actor.Value.Positions).ThenByDescending(actor => actor.Value.Pending).ThenBy(actor => actor.Key, StringComparer.Ordinal)
            .Select(actor => actor.Key)];
    }
}

/// <param name="Title">As known at K.</param>
/// <param name="Cells">One for each actor, in their order.</param>
public sealed record MatrixRow(string Topic, string Title, IReadOnlyList<MatrixCell> Cells)
{
    internal static MatrixRow Of(TopicOutline topic, string title, Dictionary<string, int> columns)
    {
        var cells = new MatrixCell[columns.Count];
        Array.Fill(cells, MatrixCell.Empty);
        foreach (var standing in topic.Cells)
        {
            if (columns.TryGetValue(standing.Actor, out var column))
            {
                cells[column] = new(standing, []);
            }
        }

        foreach (var claim in topic.Pending)
        {
            if (columns.TryGetValue(claim.Actor, out var column))
            {
                cells[column] = cells[column] with { Pending = [.. cells[column].Pending, claim] };
            }
        }

        return new(topic.Topic, title, cells);
    }
}

/// <param name="Standing">Null where nothing counts yet.</param>
/// <param name="Pending">What may already have been said, by claim id.</param>
public sealed record MatrixCell(Standing? Standing, IReadOnlyList<Pending> Pending)
{
    public static MatrixCell Empty { get; } = new(null, []);

    public bool IsEmpty => Standing is null && Pending.Count == 0;
}

/// <summary>How much of a picture is shown at most.</summary>
public sealed record MatrixWindow(int Topics, int Actors)
{
    /// <summary>What a page shows before it asks to be narrowed.</summary>
    public static MatrixWindow Page { get; } = new(40, 24);

    /// <summary>What can be read in an image of 1200 × 675.</summary>
    public static MatrixWindow Image { get; } = new(18, 12);
}
