using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Networks;

namespace GuaranteeTracker.Api.Reading;

/// <summary>The parameters <c>window</c> and <c>step</c>, in days.</summary>
/// <param name="Step">As the window, where nobody said.</param>
internal sealed record Stepping(int Window, int Step)
{
    private const int Longest = 3_660, MostWindows = 1_000;

    public IEnumerable<string> Write() => Fields().Where(field => field.Value is not null).Select(field => $"{field.Name}={field.Value}");

    /// <summary>The same, as <see cref="Links"/> takes it.</summary>
    public IEnumerable<(string Name, string? Value)> Fields() => [("window", Write(Window)), ("step", Step == Window ? null : Write(Step))];

    /// <summary>Null and no problem where neither is asked for.</summary>
    public static Problem? TryRead(HttpContext http, out Stepping? stepping)
    {
        stepping = null;
        if (Problems.First(WholeDays.TryRead(http, "window", Longest, out var window), WholeDays.TryRead(http, "step", Longest, out var step)) is { } problem)
        {
            return problem;
        }

        if (window is null)
        {
            return step is null ? null : Problems.BadParameter("step", "Send window too: how many days each network is of.");
        }

        stepping = new(window.Value, step ?? window.Value);
        return null;
    }

    /// <summary>The windows of a period, from its first day or that of the first claim to its last day or that of the last claim.</summary>
    /// <param name="spoken">The days of the claims; null where there are none.</param>
    /// <returns>Null where there would be too many.</returns>
    public IReadOnlyList<DayWindow>? Over(SpokenPeriod period, DayWindow? spoken) =>
        (period.From?.UtcDate ?? spoken?.First, period.To?.UtcDate ?? spoken?.Last) is ({ } first, { } last) ? DayWindow.Over(first, last, Window, Step, MostWindows) : [];

    public static Problem TooMany { get; } = WholeDays.OutOfRange("step", $"These are more than {MostWindows} windows. Send from and to for a shorter period, or a longer step.");

    private static string Write(int days) => days.ToString(CultureInfo.InvariantCulture);
}
