namespace GuaranteeTracker.Domain.Claims;

/// <summary>Ways in which two passages can differ and yet look much the same: the usual reasons why a quote is not found.</summary>
[Flags]
internal enum LookAlike
{
    None = 0,
    QuotationMarks = 1,
    Dashes = 2,
    LetterCase = 4,
    WhiteSpace = 8,
    Ellipses = 16,
    InvisibleCharacters = 32,
    All = 63,
}
