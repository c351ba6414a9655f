using System.Globalization;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Commands;

/// <summary>When a key shall end, as it is written on the command line: 90d is 90 days from now.</summary>
internal sealed class LastDay(TimeProvider clock)
{
    /// <summary>Anything else as it is: who takes it will say what is wrong with it.</summary>
    public string? Read(string? text) =>
        text is [.. var days, 'd'] && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000
            ? Iso.Instant(clock.GetUtcNow().UtcDateTime.AddDays(count))
            : text;
}
