namespace GuaranteeTracker.Api.Pages;

/// <summary>Finds names by parts of them.</summary>
internal static class NameSearch
{
    /// <summary>Whether each word of the wish is part of one of the texts, in whatever case.</summary>
    public static bool Finds(string wish, params IReadOnlyList<string> texts) =>
        wish.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
