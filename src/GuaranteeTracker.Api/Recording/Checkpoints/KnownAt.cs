using System.Globalization;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Api.Recording.Checkpoints;

/// <summary>K as a caller writes it: an instant, a date (its end), or <c>seq:N</c>.</summary>
internal abstract record KnownAt
{
    private const string Prefix = "seq:";

    /// <summary>The last checkpoint at or before <paramref name="At"/>, UTC.</summary>
    public sealed record Instant(DateTime At) : KnownAt;

    /// <summary>The events with a sequence number up to <paramref name="Number"/>, inclusive.</summary>
    public sealed record Sequence(long Number) : KnownAt;

    /// <summary>K as addresses have it.</summary>
    public static string Write(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{sequence}");

    /// <summary>Null, with the reason, for anything else.</summary>
    public static KnownAt? Parse(string text, out string because)
    {
        because = "";
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            if (text.Length <= Prefix.Length + 18 && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return new Sequence(number);
            }

            because = "After seq: send a sequence number, as known.sequence gives it: seq:120.";
            return null;
        }

        return IsoMoment.TryParse(text, out var moment, out because!) ? new Instant(moment.End) : null;
    }
}
