using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving.Dna;

internal static class CodedName
{
    /// <summary>In the form in which names are kept, so that two that look alike are one; null for none.</summary>
    public static string? Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : UnicodeText.FindFault(text) is null ? UnicodeText.Normalise(text).Trim() : text.Trim();
}
