using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Charts;

/// <summary>How a stance looks wherever it is shown: told by its sign and word as well as by its colour. Orange is against, blue for, the darker the firmer.</summary>
/// <param name="Sign">Short, for a cell; minus is U+2212.</param>
/// <param name="Word">As domain.md writes it.</param>
/// <param name="CssClass">Stands beside <paramref name="Fill"/>, so that a page's stylesheet can choose another colour.</param>
/// <param name="Fill">Background, <c>#RRGGBB</c>.</param>
/// <param name="Ink">Text on it, <c>#RRGGBB</c>: at least 4.5 : 1.</param>
internal sealed record StanceLook(Stance Stance, string Sign, string Word, string CssClass, string Fill, string Ink)
{
    /// <summary>From against to for.</summary>
    public static IReadOnlyList<StanceLook> All { get; } =
    [
        Make(Stance.Rejects, "−−", "#8F3B00", "#FFFFFF"),
        Make(Stance.Opposes, "−", "#F5B27A", "#2B1400"),
        Make(Stance.Undecided, "?", "#D5D8DD", "#1D2430"),
        Make(Stance.Open, "(+)", "#D3E6F8", "#0A2540"),
        Make(Stance.Supports, "+", "#7DB8EA", "#041C33"),
        Make(Stance.Commits, "++", "#0B4F8A", "#FFFFFF"),
    ];

    public static StanceLook Of(Stance stance) => All[stance - Stance.Rejects];

    private static StanceLook Make(Stance stance, string sign, string fill, string ink)
    {
        var word = EnumWords.Of(stance);
        return new(stance, sign, word, $"stance-{word}", fill, ink);
    }
}
