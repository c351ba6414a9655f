using System.Collections.Frozen;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Dates;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Who may speak for whom, on which days, as known when.</summary>
public sealed class Mandates
{
    private readonly FrozenDictionary<string, MandateSpan[]> _spans;

    private Mandates(IEnumerable<KnownMandate> mandates) => _spans = mandates
        .GroupBy(mandate => mandate.Speaker, StringComparer.Ordinal)
        .ToFrozenDictionary(speaker => speaker.Key, speaker => speaker.Select(MandateSpan.Of).ToArray(), StringComparer.Ordinal);

    public static Mandates None { get; } = new([]);

    public static Mandates Of(IEnumerable<KnownMandate> mandates) => new(mandates);

    /// <summary>Each event in a period with which a mandate became known, or was no longer. In no order.</summary>
    internal IEnumerable<(string Speaker, long Sequence)> Turns(Stretch period) =>
        from speaker in _spans
        from span in speaker.Value
        from sequence in new[] { span.Known.From, span.Known.Until }
        where period.Holds(sequence)
        select (speaker.Key, sequence);

    internal MandateSpan[] Of(string speaker) => _spans.GetValueOrDefault(speaker, []);
}

/// <summary>A mandate of a speaker, and the stretch of the record in which it is known.</summary>
public sealed record KnownMandate(string Speaker, Mandate Mandate, Stretch Known);

/// <summary>A mandate in instants: ticks, UTC, both inclusive.</summary>
internal readonly record struct MandateSpan(string For, long From, long To, Stretch Known)
{
    public static MandateSpan Of(KnownMandate mandate) => new(
        mandate.Mandate.For,
        Microseconds.StartOfDay(mandate.Mandate.From).Ticks,
        mandate.Mandate.To is { } to ? Microseconds.EndOfDay(to).Ticks : long.MaxValue,
        mandate.Known);

    public bool Covers(long instant, long known) => From <= instant && instant <= To && Known.Holds(known);
}
