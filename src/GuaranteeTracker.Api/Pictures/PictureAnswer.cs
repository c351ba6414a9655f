using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>A picture as it is answered.</summary>
/// <param name="AsOf">D, the instant used (UTC); it may lie in the future.</param>
internal sealed record PictureAnswer(
    DateTime AsOf, Known Known, ValueList<TopicPicture> Topics, ValueList<Contradiction> Contradictions, Counts Counts) : IDatedAnswer
{
    public object WithoutDate() => this with { AsOf = default };
}

/// <summary>A picture in short: <c>view=cells</c>.</summary>
/// <param name="AsOf">D, the instant used (UTC); it may lie in the future.</param>
internal sealed record CellsAnswer(
    DateTime AsOf, Known Known, IReadOnlyList<TopicCells> Topics, ValueList<Contradiction> Contradictions, Counts Counts) : IDatedAnswer
{
    public object WithoutDate() => this with { AsOf = default };
}

/// <summary>One topic in short.</summary>
internal sealed record TopicCells(TopicLabel Topic, IReadOnlyList<CellView> Positions, ValueList<PendingClaim> Pending, SpokenAgreement Agreement)
{
    public static TopicCells Of(TopicPicture topic) => new(
        topic.Topic,
        [.. topic.Positions.Select(CellView.Of)],
        topic.Pending,
        new(topic.Agreement.For, topic.Agreement.Against, topic.Agreement.Undecided, topic.Agreement.Attributed));
}

/// <summary>Where everybody with something to say is on one topic.</summary>
internal sealed record SpokenAgreement(ValueList<string> For, ValueList<string> Against, ValueList<string> Undecided, ValueList<string> Attributed);

/// <summary>One cell in short.</summary>
/// <param name="Flags">Of attributedOnly, disputed, outsideMandate and contradicted, in that order.</param>
internal sealed record CellView(string Actor, Stance Stance, DateOnly Since, Guid Claim, IReadOnlyList<string> Flags)
{
    public static CellView Of(Position position) => new(
        position.Actor, position.Stance, position.Since, position.Claim,
        [
            .. new (bool Holds, string Flag)[]
            {
                (position.AttributedOnly, "attributedOnly"),
                (position.Disputed, "disputed"),
                (position.OutsideMandate, "outsideMandate"),
                (position.Contradictions.Count > 0, "contradicted"),
            }.Where(flag => flag.Holds).Select(flag => flag.Flag),
        ]);
}

/// <summary>The contradictions of a picture.</summary>
/// <param name="AsOf">D, the instant used (UTC); it may lie in the future.</param>
internal sealed record ContradictionsAnswer(DateTime AsOf, Known Known, ValueList<Contradiction> Contradictions) : IDatedAnswer
{
    public object WithoutDate() => this with { AsOf = default };
}
