using System.Globalization;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>What was seen, each beside its goal.</summary>
internal sealed class Goals
{
    private readonly List<string> _lines = [];

    /// <param name="format">How the goal and what was seen are written: <c>{0:0.00} ms</c>.</param>
    public void AtLeast(string what, double goal, double seen, string format) => Add(what, $"≥ {Write(format, goal)}", Write(format, seen), seen >= goal);

    /// <param name="format">As in <see cref="AtLeast"/>.</param>
    public void AtMost(string what, double goal, double seen, string format) => Add(what, $"≤ {Write(format, goal)}", Write(format, seen), seen <= goal);

    public override string ToString() => $"| what | goal | seen | |\n| --- | --- | --- | --- |\n{string.Join('\n', _lines)}";

    private void Add(string what, string goal, string seen, bool isMet) => _lines.Add($"| {what} | {goal} | {seen} | {(isMet ? "met" : "missed")} |");

    private static string Write(string format, double value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
