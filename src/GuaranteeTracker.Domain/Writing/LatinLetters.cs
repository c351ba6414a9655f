using System.Collections.Frozen;

namespace GuaranteeTracker.Domain.Writing;

/// <summary>What to write for letters that are one with their stroke, dot or partner, so that Unicode takes nothing off them. Ids are made with it: a letter that is here stays as it is.</summary>
public static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> _plain = new Dictionary<char, string>
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['þ'] = "th",
        ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['ħ'] = "h", ['ŧ'] = "t", ['ŋ'] = "n", ['ı'] = "i", ['ĸ'] = "k",
        ['\''] = "", ['\u2019'] = "", ['\u02BC'] = "", ['`'] = "", // apostrophes: d'Ivoire is one word
    }.ToFrozenDictionary();

    /// <param name="letter">In lower case.</param>
    /// <returns>ASCII letters, none for an apostrophe; null where the letter is not one of these.</returns>
    public static string? Plain(char letter) => _plain.GetValueOrDefault(letter);
}
