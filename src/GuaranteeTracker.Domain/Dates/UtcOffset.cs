namespace GuaranteeTracker.Domain.Dates;

internal static class UtcOffset
{
    // The easternmost zone in use; nothing lies further in either direction.
    private static readonly TimeSpan _largest = TimeSpan.FromHours(14);

    /// <param name="text"><c>Z</c>, <c>±hh</c> or <c>±hh:mm</c>; not empty.</param>
    /// <param name="offset">What a clock there is ahead of UTC.</param>
    internal static InstantFault Read(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z")
        {
            return InstantFault.None;
        }

        if (text[0] == ' ')
        {
            return InstantFault.SpaceForPlus;
        }

        var minutes = 0;
        if (text[0] is not ('+' or '-') || text.Length is not (3 or 6) || !AsciiDigits.TryRead(text[1..3], out var hours)
            || (text.Length == 6 && !(text[3] == ':' && AsciiDigits.TryRead(text[4..], out minutes))))
        {
            return InstantFault.NotWrittenSo;
        }

        var size = new TimeSpan(hours, minutes, 0);
        if (minutes > 59 || size > _largest)
        {
            return InstantFault.NotAnOffset;
        }

        offset = text[0] == '+' ? size : -size;
        return InstantFault.None;
    }
}
