using System.Globalization;
using System.Text;

namespace GuaranteeTracker.Api.Reading;

/// <summary>A link to another resource (RFC 8288), as the header Link and the format application/link-format (RFC 6690) write it.</summary>
/// <param name="Relations">Space-separated.</param>
/// <param name="Attributes">Beside rel, in order.</param>
internal sealed record WebLink(string Target, string Relations, params IReadOnlyList<(string Name, string Value)> Attributes)
{
    public const string Format = "application/link-format";

    /// <summary>An instant as an attribute or header has it: RFC 1123, in whole seconds.</summary>
    public static string Date(DateTime at) => at.ToString("r", CultureInfo.InvariantCulture);

    public override string ToString() =>
        string.Join("; ", Attributes.Select(attribute => $"{attribute.Name}={Quote(attribute.Value)}").Prepend($"<{Encode(Target)}>; rel={Quote(Relations)}"));

    /// <summary>Percent-encodes what would end a target early, or mislead a reader that splits at every semicolon or comma.</summary>
    private static string Encode(string target)
    {
        var written = new StringBuilder(target.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(target))
        {
            if (unit is > 0x20 and < 0x7f && (char)unit is not ('<' or '>' or '"' or ';' or ',' or '\\' or '^' or '`' or '{' or '|' or '}'))
            {
                written.Append((char)unit);
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            }
        }

        return written.ToString();
    }

    /// <summary>A quoted string (RFC 9110, 5.6.4).</summary>
    private static string Quote(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
