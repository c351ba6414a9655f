using System.Text;
using System.Xml;

namespace GuaranteeTracker.Api.Reading;

/// <summary>Words in XML.</summary>
internal static class XmlWords
{
    /// <summary>As it is, but for what XML cannot hold, however it is written: that becomes U+FFFD.</summary>
    public static string Possible(string text)
    {
        var possible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            possible.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return possible.ToString();
    }
}
