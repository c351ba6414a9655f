using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Timelines;

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
    DateTime AsOf, Known Known, IReadOnlyList<TopicCells> Topics, ValueList<Contradiction> Contradictions, Counts Counts) : IDatedAnswer, IWrittenSpecially
{
    private static readonly JsonSerializerOptions _options = new(Json.Options) { Converters = { new CellViewWriter() } };

    JsonSerializerOptions IWrittenSpecially.Options => _options;

    public object WithoutDate() => this with { AsOf = default };
}

/// <summary>One topic in short.</summary>
internal sealed record TopicCells(TopicLabel Topic, IReadOnlyList<CellView> Positions, IReadOnlyList<PendingClaim> Pending, SpokenAgreement Agreement)
{
    public static TopicCells Of(TopicOutline topic, Func<string, TopicLabel> labels, Func<ContentKey, ClaimContent> contents) => new(
        labels(topic.Topic), [.. topic.Cells.Select(CellView.Of)], [.. topic.Pending.Select(pending => PendingClaim.Of(pending, contents))], topic.Agreement);
}

/// <summary>One cell in short.</summary>
/// <param name="Flags">Of attributedOnly, disputed, outsideMandate and contradicted, in that order.</param>
internal sealed record CellView(string Actor, Stance Stance, DateOnly Since, Guid Claim, IReadOnlyList<string> Flags)
{
    private static readonly string[] _names = ["attributedOnly", "disputed", "outsideMandate", "contradicted"];

    /// <summary>Every set of flags there can be, at the number whose bits say which are in it.</summary>
    private static readonly string[][] _flags = [.. Enumerable.Range(0, 16).Select(set => _names.Where((_, i) => (set >> i & 1) != 0).ToArray())];

    [JsonIgnore]
    public bool AttributedOnly => Flags.Contains(_names[0]);

    [JsonIgnore]
    public bool Disputed => Flags.Contains(_names[1]);

    [JsonIgnore]
    public bool OutsideMandate => Flags.Contains(_names[2]);

    [JsonIgnore]
    public bool Contradicted => Flags.Contains(_names[3]);

    public static CellView Of(Standing standing) => new(standing.Actor, standing.Stance, standing.Since, standing.Claim, _flags[
        (standing.AttributedOnly ? 1 : 0) | (standing.Disputed ? 2 : 0) | (standing.OutsideMandate ? 4 : 0) | (standing.Contradictions.Count > 0 ? 8 : 0)]);
}

/// <summary>The contradictions of a picture.</summary>
/// <param name="AsOf">D, the instant used (UTC); it may lie in the future.</param>
internal sealed record ContradictionsAnswer(DateTime AsOf, Known Known, ValueList<Contradiction> Contradictions) : IDatedAnswer
{
    public object WithoutDate() => this with { AsOf = default };
}
