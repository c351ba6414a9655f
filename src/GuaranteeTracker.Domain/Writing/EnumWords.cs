namespace GuaranteeTracker.Domain.Writing;

/// <summary>The written form of an enum's values: the name in kebab-case, <c>AtLeast</c> as <c>at-least</c>.</summary>
public static class EnumWords
{
    /// <summary>All words of <typeparamref name="T"/>, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Words;

    public static string Of<T>(T value)
        where T : struct, Enum => Kebab(value.ToString());

    /// <summary>The value of exactly this word; any other word is a fault, which lists the words, and gives the default.</summary>
    public static T Required<T>(string? word, string pointer, Faults faults)
        where T : struct, Enum
    {
        if (word is not null && Table<T>.Values.TryGetValue(word, out var value))
        {
            return value;
        }

        var words = string.Join(", ", All<T>());
        faults.Add(pointer, word is null ? "required" : "unknown-word", word is null ? $"This is required: one of {words}." : $"Send one of {words}.");
        return default;
    }

    /// <summary>False for any other word than the exact one of a value.</summary>
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum => Table<T>.Values.TryGetValue(word, out value);

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> Words = [.. typeof(T).GetFields().Where(field => field.IsLiteral).Select(field => Kebab(field.Name))];

        public static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Of, StringComparer.Ordinal);
    }
}
