using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Recording;

/// <summary>What has to be read before a request can be decided.</summary>
/// <param name="Streams">Read whole.</param>
/// <param name="Mentioned">Streams of which only counts whether they are there.</param>
/// <param name="Quoted">Streams of sources, read whole and with their texts.</param>
internal sealed record Needs(IReadOnlyList<string> Streams, IReadOnlyList<string> Mentioned, IReadOnlyList<string> Quoted)
{
    /// <summary>Streams of claims whose sources are read whole.</summary>
    public IReadOnlyList<string> SourcesOf { get; init; } = [];

    /// <summary>Hash of the text in which the words quoted were looked for: it need not be read any more, only be there.</summary>
    public string? Looked { get; init; }

    /// <summary>Hash of the text that is to be kept; null where none is.</summary>
    public string? Keeps { get; init; }

    public static Needs Of(params string[] streams) => new(streams, [], []);

    /// <summary>Nothing where that cannot be an id: it may hold what the database does not even take for a text.</summary>
    public static Needs Of(string id, Func<string, string> stream) => Slug.IsValid(id) ? Of(stream(id)) : Of();

    /// <param name="content">What is to be said in it; null where that stays as it is.</param>
    public static Needs OfClaim(Guid id, ClaimInput? content) => content is null
        ? Of(Recording.Streams.Claim(id)) with { SourcesOf = [Recording.Streams.Claim(id)] }
        : new([Recording.Streams.Claim(id)], [.. Named(content)], SourceOf(content) is { } source ? [Recording.Streams.Source(source)] : []);

    /// <summary>What is left of them once the words quoted were looked for, or there was no time for it.</summary>
    public Needs After(Quotation quotation) => quotation.Search is null ? this
        : quotation.Sha256 is null ? this with { Streams = [.. Streams, .. Quoted], Quoted = [] }
        : this with { Looked = quotation.Sha256 };

    /// <summary>With streams of actors; what cannot be an actor's id is left out.</summary>
    public Needs Mentioning(IEnumerable<string?> actors) => this with { Mentioned = [.. Mentioned, .. Valid(actors).Select(Recording.Streams.Actor)] };

    /// <summary>The source that a claim quotes; null where none is named that could be one.</summary>
    public static Guid? SourceOf(ClaimInput content) => Guid.TryParseExact(content.Evidence?.Source, "D", out var id) ? id : null;

    private static IEnumerable<string> Named(ClaimInput content) =>
    [
        .. Valid([content.Actor, content.Speaker, content.ReportedBy]).Select(Recording.Streams.Actor),
        .. Valid([content.Topic]).Select(Recording.Streams.Topic),
    ];

    private static IEnumerable<string> Valid(IEnumerable<string?> ids) => ids.OfType<string>().Where(Slug.IsValid);
}
