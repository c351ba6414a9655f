using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>What the pages of a picture show.</summary>
/// <param name="AsOf">D, UTC.</param>
/// <param name="IsNow">Nobody asked for a D.</param>
/// <param name="Moves">What was said on D's day and changed the picture: by topic, then actor.</param>
/// <param name="Pending">What may already have been said: by topic, actor, claim id.</param>
/// <param name="Contradictions">As the picture has them.</param>
public sealed record PictureSheet(
    DateTime AsOf, bool IsNow, Known Known, PicturePlace Place, Matrix Matrix, Few<Move> Moves, Few<PossiblySaid> Pending, Few<Clash> Contradictions, DateAxis Axis)
{
    public DateOnly Day => DateOnly.FromDateTime(AsOf);

    /// <summary>D as an address has it; null where nobody asked for one.</summary>
    public string? AsOfText => IsNow ? null : Words.Iso(AsOf);

    public string Title => IsNow ? "Who stands where today" : $"Who stood where on {Words.Of(AsOf)}";

    public string Description
    {
        get
        {
            var counts = Matrix.Counts;
            return $"{Words.Count(counts.Cells, "position")} from {Words.Count(counts.Claims, "claim")} in {Words.Count(counts.Sources, "source")} on security guarantees for Ukraine, each with its exact words.";
        }
    }
}

/// <summary>The first of several things.</summary>
/// <param name="More">How many there are beside those shown.</param>
public sealed record Few<T>(IReadOnlyList<T> Shown, int More);

/// <summary>A cell that is another one than the day before.</summary>
/// <param name="Before">Null where nothing stood there.</param>
/// <param name="AttributedOnly">Only hearsay says so.</param>
public sealed record Move(Named Actor, Named Topic, Stance? Before, Stance After, bool AttributedOnly, Guid Claim, string Summary);

/// <summary>What may already have been said.</summary>
/// <param name="Stated">EDTF.</param>
/// <param name="ToldBy">Who tells it, where that is hearsay.</param>
public sealed record PossiblySaid(Named Actor, Named Topic, Stance Stance, string Stated, string? ToldBy, Guid Claim, string Summary);

/// <summary>Two claims on one cell that cannot both describe the actor.</summary>
public sealed record Clash(ContradictionKind Kind, Named Actor, Named Topic, Voiced Standing, Voiced Other);

/// <summary>A claim in a contradiction.</summary>
/// <param name="By">Who said so: the speaker; of hearsay, who told it; null where the source names nobody.</param>
public sealed record Voiced(Guid Claim, Stance Stance, string? By);

/// <summary>The days one can go to.</summary>
/// <param name="First">The day before the first news.</param>
/// <param name="Last">The day after the last news.</param>
/// <param name="Day">D's day; it may lie outside.</param>
/// <param name="Before">The last day before D's on which something was said.</param>
/// <param name="After">The first day after D's on which something was said.</param>
/// <param name="Encounters">By date, then id.</param>
public sealed record DateAxis(DateOnly First, DateOnly Last, DateOnly Day, DateOnly? Before, DateOnly? After, IReadOnlyList<Encounter> Encounters)
{
    public int Length => Last.DayNumber - First.DayNumber;

    /// <summary>How far a day is from the first one; days outside stand at its ends.</summary>
    public int PlaceOf(DateOnly day) => Math.Clamp(day.DayNumber - First.DayNumber, 0, Length);
}
