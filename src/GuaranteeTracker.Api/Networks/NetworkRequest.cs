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
    /// <summary>The same as an address has it, in one spelling: what is as it would be anyhow is left out.</summary>
    public IEnumerable<string> Write() =>
    [
        .. Period.Reach.Write(),
        .. Question.Kind == NetworkKind.TwoMode ? [] : new[] { $"kind={EnumWords.Of(Question.Kind)}" },
        .. Question.Over == Mode.Actors ? [] : new[] { $"nodes={EnumWords.Of(Question.Over)}" },
        .. Question.Duplicates == Duplicates.All ? [] : new[] { $"duplicates={EnumWords.Of(Question.Duplicates)}" },
        .. Question.Normalisation == Normalisation.None ? [] : new[] { $"normalisation={EnumWords.Of(Question.Normalisation)}" },
        .. Stepping?.Write() ?? [],
        .. Question.KeepsIsolates ? [] : new[] { $"isolates={EnumWords.Of(Isolates.Dropped)}" },
        .. Selections.Write(Shown),
        .. Explains ? ["explain=true"] : Array.Empty<string>(),
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
            ChosenWord.TryRead(http, "nodes", Mode.Actors, out var over),
            ChosenWord.TryRead(http, "duplicates", Duplicates.All, out var duplicates),
            ChosenWord.TryRead(http, "normalisation", Normalisation.None, out var normalisation),
            ChosenWord.TryRead(http, "isolates", Isolates.Kept, out var isolates),
            ChosenWord.TryRead(http, "explain", Truth.False, out var explain),
            Stepping.TryRead(http, out var stepping));
        request = new(period, shown, new(kind, over, duplicates, normalisation, isolates == Isolates.Kept), stepping, explain == Truth.True);
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

    private static Problem Refuse(string name, string because) => new(422, "not-together", because, new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [because] });
}

/// <summary>What becomes of nodes without an edge.</summary>
internal enum Isolates
{
    Kept,
    Dropped,
}

/// <summary>Yes or no, as an address has it.</summary>
internal enum Truth
{
    False,
    True,
}
