using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>Ids made from names alone, so that a second import repeats the first.</summary>
internal static class NameIds
{
    /// <summary>An id for each name. Of those that would share one the first keeps it; the others get a hash of their name behind it.</summary>
    /// <param name="names">Each once, in the order in which they have a right to the plain id.</param>
    /// <param name="wholeOf">What tells a name from every other: the hash is one of it.</param>
    /// <param name="otherwise">What an id is made of where a name has no letter of the Latin alphabet and no digit.</param>
    public static Dictionary<T, string> For<T>(IEnumerable<T> names, Func<T, string> nameOf, Func<T, string> wholeOf, string otherwise)
        where T : notnull
    {
        var ids = new Dictionary<T, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var plain = Plain(nameOf(name));
            var id = plain.Length > 0 && taken.Add(plain) ? plain : WithHash(plain.Length > 0 ? plain : otherwise, wholeOf(name));
            taken.Add(id);
            ids.Add(name, id);
        }

        return ids;
    }

    /// <summary>A UUID of a name (version 8, RFC 9562).</summary>
    public static Guid Uuid(params string[] parts)
    {
        var bytes = Hash(parts)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The words of a name in lower-case Latin letters and digits, as many as an id holds; empty where there are none.</summary>
    private static string Plain(string name)
    {
        var letters = new StringBuilder();
        var sound = UnicodeText.FindFault(name) is null ? name.Replace('\uFFFE', ' ') : ""; // string.Normalize throws on U+FFFE
        foreach (var c in sound.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            var isMark = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
            letters.Append(LatinLetters.Plain(c) ?? (char.IsAsciiLetterOrDigit(c) ? $"{c}" : c == '&' ? " and " : isMark ? "" : " "));
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Shortened(string.Join('-', words), Slug.MaxLength);
    }

    private static string WithHash(string plain, string name)
    {
        var hash = Convert.ToHexStringLower(Hash([name]))[..12];
        return $"{Shortened(plain, Slug.MaxLength - hash.Length - 1)}-{hash}";
    }

    /// <summary>Cut between words where that leaves any.</summary>
    private static string Shortened(string id, int length)
    {
        if (id.Length <= length)
        {
            return id;
        }

        var end = id.LastIndexOf('-', length);
        return id[..(end > 0 ? end : length)];
    }

    private static byte[] Hash(string[] parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("dna\n" + string.Join('\n', parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")))));
}
