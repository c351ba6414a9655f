using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Reading;

/// <summary>From when to when something is shown, both inclusive.</summary>
/// <param name="First">UTC; null: from the beginning.</param>
/// <param name="Last">UTC; null: to the end.</param>
internal readonly record struct Reach(DateTime? First, DateTime? Last)
{
    public bool Has(DateTime at) => (First is null || First <= at) && (Last is null || at <= Last);

    /// <summary>Null where something could lie in it.</summary>
    /// <param name="from">What the parameter with its beginning is called.</param>
    /// <param name="to">What the parameter with its end is called.</param>
    public Problem? RefuseEmpty(string from, string to) => First > Last
        ? Problems.Unacceptable(to, "ends-before-it-begins", $"{to} lies before {from}: send one that is no earlier than {from}.")
        : null;

    /// <summary>As addresses of data have it: instants.</summary>
    public IEnumerable<string> Write() => Write(Iso.Instant);

    /// <summary>As addresses of images have it, which are printed: days where they say the same.</summary>
    public IEnumerable<string> WriteShort() => Write(Iso.Shortest);

    private List<string> Write(Func<DateTime, string> iso) =>
    [
        .. First is { } first ? [$"from={iso(first)}"] : Array.Empty<string>(),
        .. Last is { } last ? [$"to={iso(last)}"] : Array.Empty<string>(),
    ];
}
