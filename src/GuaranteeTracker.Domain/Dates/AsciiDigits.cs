namespace GuaranteeTracker.Domain.Dates;

internal static class AsciiDigits
{
    /// <summary>Nothing but 0 to 9, at least one and at most nine of them: no sign, no space, no digits of other scripts.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 9)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = number * 10 + (c - '0');
        }
        return true;
    }
}
