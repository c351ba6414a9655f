using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain.Networks;
using GuaranteeTracker.Domain.Pictures;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Networks;

/// <summary>What an address asks of a network.</summary>
/// <param name="Stepping">Null: one network of the whole period.</param>
/// <param name="Explains">Whether each edge tells the claims that made it.</param>
internal sealed record NetworkRequest(SpokenPeriod Period, Selection Shown, NetworkQuestion Question, Stepping? Stepping, bool Explains)
{
    /// <summary>The same as an address of data has it, in one spelling.</summary>
    public IEnumerable<string> Write() => Fields(NetworkKind.TwoMode).Where(field => field.Value is not null).Select(field => $"{field.Name}={field.Value}");

    /// <summary>The same, as <see cref="Links"/> takes it: what is as it would be anyhow is left out.</summary>
    /// <param name="otherwise">Which kind that is.</param>
    public IEnumerable<(string Name, string? Value)> Fields(NetworkKind otherwise) =>
    [
        ("from", Instant(Period.Reach.First)), ("to", Instant(Period.Reach.Last)),
        ("kind", Word(Question.Kind, otherwise)), ("nodes", Question.Nodes == NodeKind.Actor ? null : NetworkWords.AllOf(Question.Nodes)),
        ("duplicates", Word(Question.Duplicates, Duplicates.All)), ("normalisation", Word(Question.Normalisation, Normalisation.None)),
        .. Stepping?.Fields() ?? [], ("isolates", Word(Question.Isolates, Isolates.Kept)),
        .. Selections.Fields(Shown), ("explain", Explains ? "true" : null),
    ];

    /// <param name="format">That the answer is to be written in.</param>
    public static Problem? TryRead(HttpContext http, Format format, out NetworkRequest request) =>
        TryRead(http, NetworkKind.TwoMode, out request) ?? request.RefuseTogether(http, format);

    /// <summary>Each parameter by itself.</summary>
    /// <param name="otherwise">Where no kind is asked for.</param>
    public static Problem? TryRead(HttpContext http, NetworkKind otherwise, out NetworkRequest request)
    {
        var problem = Problems.First(
            SpokenPeriod.TryRead(http, out var period),
            Selections.TryRead(http, out var shown),
            ChosenWord.TryRead(http, "kind", otherwise, out var kind),
            ChosenWord.TryRead(http, "nodes", NodeKind.Actor, out var nodes, NetworkWords.Plural),
            ChosenWord.TryRead(http, "duplicates", Duplicates.All, out var duplicates),
            ChosenWord.TryRead(http, "normalisation", Normalisation.None, out var normalisation),
            ChosenWord.TryRead(http, "isolates", Isolates.Kept, out var isolates),
            ChosenWord.TryReadTruth(http, "explain", out var explains),
            Stepping.TryRead(http, out var stepping),
            period.Reach.RefuseEmpty("from", "to"));
        request = new(period, shown, new(kind, nodes, duplicates, normalisation, isolates), stepping, explains);
        return problem;
    }

    /// <summary>What has no meaning together is refused: left out in silence it would be taken for answered.</summary>
    private Problem? RefuseTogether(HttpContext http, Format format)
    {
        var isTwoMode = Question.Kind == NetworkKind.TwoMode;
        return isTwoMode && Question.Normalisation != Normalisation.None
                ? Refuse("normalisation", "Only one-mode networks are normalised. Leave normalisation out, or ask for kind=congruence, conflict or subtract.")
            : isTwoMode && http.Request.Query.ContainsKey("nodes")
                ? Refuse("nodes", "A two-mode network has both actors and topics. Leave nodes out, or ask for kind=congruence, conflict or subtract.")
            : format != Format.Json && Stepping is not null
                ? Refuse("window", $"A series is answered as JSON only. Leave window and step out, or ask for format=json; {format.Name} holds one network: ask for each window with from and to.")
            : format != Format.Json && Explains
                ? Refuse("explain", $"The claims of each edge are told in JSON only. Leave explain out, or ask for format=json instead of {format.Name}.")
            : null;
    }

    private static string? Instant(DateTime? at) => at is { } instant ? Iso.Instant(instant) : null;

    private static string? Word<T>(T value, T otherwise)
        where T : struct, Enum => value.Equals(otherwise) ? null : EnumWords.Of(value);

    private static Problem Refuse(string name, string because) => Problems.Unacceptable(name, "not-together", because);
}
