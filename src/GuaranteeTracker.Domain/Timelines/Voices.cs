namespace GuaranteeTracker.Domain.Timelines;

/// <summary>Who speaks on a timeline, by number, so that nobody compares names while a picture is told.</summary>
internal sealed class Voices
{
    private readonly Voice[] _voices;

    /// <summary>Actors with a cell have its place as their number; others come after.</summary>
    public Voices(TopicTimeline timeline, Mandates mandates)
    {
        Mandates = mandates;
        var others = new Dictionary<string, int>(StringComparer.Ordinal);
        _voices = Array.ConvertAll(timeline.Talkers, pair => new Voice(
            NumberOf(pair.Speaker), NumberOf(pair.ReportedBy),
            pair.Speaker is null ? [] : Array.ConvertAll(mandates.Of(pair.Speaker), mandate => (NumberOf(mandate.For), mandate))));

        int NumberOf(string? name)
        {
            if (name is null)
            {
                return Nobody;
            }

            var cell = timeline.FindCell(name);
            if (cell < 0 && !others.TryGetValue(name, out cell))
            {
                others[name] = cell = timeline.Actors + others.Count;
            }

            return cell;
        }
    }

    public const int Nobody = -1;

    public Mandates Mandates { get; }

    /// <param name="talkers">As an entry has it.</param>
    public ref readonly Voice this[int talkers] => ref _voices[talkers];

    /// <summary>Who spoke, who told it, and for whom the speaker may speak.</summary>
    internal readonly struct Voice(int speaker, int reporter, (int For, MandateSpan Span)[] mandates)
    {
        public readonly int Speaker = speaker, Reporter = reporter;

        // Most speakers have one mandate: it lies here, the others behind a reference.
        private readonly int _for = mandates.Length > 0 ? mandates[0].For : Nobody;
        private readonly MandateSpan _span = mandates.Length > 0 ? mandates[0].Span : default;
        private readonly (int For, MandateSpan Span)[]? _others = mandates.Length > 1 ? mandates[1..] : null;

        /// <summary>The speaker is another actor than the claim's, without a mandate for it at that instant, as known at K.</summary>
        public bool IsOutsideMandate(int actor, long instant, long known) =>
            Speaker != Nobody && Speaker != actor && !(_for == actor && _span.Covers(instant, known)) && !(_others is not null && IsCoveredByAnother(actor, instant, known));

        private bool IsCoveredByAnother(int actor, long instant, long known)
        {
            foreach (ref readonly var mandate in _others.AsSpan())
            {
                if (mandate.For == actor && mandate.Span.Covers(instant, known))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
