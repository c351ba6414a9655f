namespace GuaranteeTracker.Domain.Claims;

/// <summary>A word, a run of white space, or any other single character of a text; numbers stand for its letters, to compare quickly.</summary>
/// <param name="Text">As it stands; not empty.</param>
/// <param name="Start">UTF-16 index in the text.</param>
/// <param name="IsWord">Made of letters or digits.</param>
/// <param name="Same">Equal for the same characters.</param>
/// <param name="Alike">Equal for look-alikes.</param>
/// <param name="Stem">Equal for words that begin alike; 0 for the others.</param>
internal readonly record struct Word(string Text, int Start, bool IsWord, int Same, int Alike, int Stem)
{
    internal int End => Start + Text.Length;

    internal bool IsWhiteSpace => char.IsWhiteSpace(Text[0]);
}
