using System.Globalization;
using System.Text.RegularExpressions;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>Which tile an address means: its number plain (<c>1234067</c>), or in groups of three digits (C2SP: <c>x001/x234/067</c>), either with <c>.p/{width}</c> for the first hashes of it.</summary>
/// <param name="Width">From 1 to 255; null where the address says none.</param>
internal sealed record TileAddress(int Level, long Index, int? Width)
{
    private static readonly Regex _written = new(
        @"^((?<plain>[0-9]{1,19})|(?<groups>(x[0-9]{3}/){1,6}[0-9]{3}))(\.p/(?<width>[1-9][0-9]{0,2}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <returns>Null for anything else, and for levels that no tree has.</returns>
    public static TileAddress? Parse(string level, string index)
    {
        if (level is not [>= '0' and < (char)('0' + Tile.Levels)] || _written.Match(index) is not { Success: true } match)
        {
            return null;
        }

        var number = match.Groups["plain"] is { Success: true } plain ? plain.Value : match.Groups["groups"].Value.Replace("x", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
        var width = match.Groups["width"] is { Success: true } part ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : (int?)null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && width is not >= Tile.Full ? new(level[0] - '0', place, width) : null;
    }

    /// <summary>The tile as a tree of that size has it.</summary>
    /// <returns>Null where that tree has no such tile, or not of that width.</returns>
    public Tile? In(long size)
    {
        var hashes = size >> (Level * Tile.Height);
        if (Index > hashes / Tile.Full)
        {
            return null;
        }

        var width = (int)Math.Min(Tile.Full, hashes - Index * Tile.Full);
        return width < Math.Max(1, Width ?? 1) ? null : new(Level, Index, Width ?? width);
    }
}
