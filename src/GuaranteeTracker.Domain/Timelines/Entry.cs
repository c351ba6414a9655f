using System.Runtime.CompilerServices;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>A claim version in 24 bytes: what every look at a cell reads. When it is effective stands in an array of its own.</summary>
internal readonly struct Entry
{
    private const int StanceBits = 3, VoiceBits = 2, TraitBits = 6;
    private const int VoiceAt = StanceBits, TraitsAt = VoiceAt + VoiceBits, TalkersAt = TraitsAt + TraitBits;
    private const int LowestStance = (int)Stance.Rejects;

    /// <summary>As many pairs of speaker and reporter fit in one topic.</summary>
    public const int MostTalkers = 1 << (31 - TalkersAt);

    public readonly long Recorded, Until;

    /// <summary>Place among the timeline's sources.</summary>
    public readonly int Source;

    private readonly int _packed;

    private Entry(long recorded, long until, int source, int packed) => (Recorded, Until, Source, _packed) = (recorded, until, source, packed);

    /// <param name="talkers">Place among the timeline's pairs of speaker and reporter.</param>
    public static Entry Of(ClaimVersion version, int source, int talkers) => new(
        version.Recorded, version.Until, source,
        ((int)version.Stance - LowestStance) | ((int)version.Voice << VoiceAt) | ((int)version.Traits << TraitsAt) | (talkers << TalkersAt));

    public Stance Stance => (Stance)((_packed & ((1 << StanceBits) - 1)) + LowestStance);

    public Voice Voice => (Voice)((_packed >> VoiceAt) & ((1 << VoiceBits) - 1));

    public ClaimTraits Traits => (ClaimTraits)((_packed >> TraitsAt) & ((1 << TraitBits) - 1));

    public int Talkers => _packed >> TalkersAt;

    /// <summary>Quote, paraphrase and observation are first-hand; hearsay is second-hand.</summary>
    public bool IsFirstHand => Voice is not Voice.Hearsay;

    /// <summary>The reporter's own account of no date.</summary>
    public bool IsUndatedObservation => Voice is Voice.Observation && Has(ClaimTraits.OpenStart);

    public bool Has(ClaimTraits trait) => (Traits & trait) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HoldsAt(long known) => (Recorded <= known) & (known < Until);

    /// <summary>The same, known no longer than up to an event.</summary>
    public Entry EndedAt(long sequence) => new(Recorded, Math.Min(Until, sequence), Source, _packed);

    public Entry WithTrait(ClaimTraits trait) => new(Recorded, Until, Source, _packed | ((int)trait << TraitsAt));
}

/// <summary>The rest of a claim version, in 24 bytes: what is asked of few.</summary>
internal readonly struct EntryDetail(Guid claim, DateTime earliest, int start)
{
    /// <summary>A text has at most 2^20 code points.</summary>
    private const int StartBits = 21;

    public readonly Guid Claim = claim;

    private readonly long _packed = (earliest.Ticks / TimeSpan.TicksPerSecond << StartBits) | (uint)start;

    /// <summary>Ticks, UTC, in whole seconds.</summary>
    public long Earliest => (_packed >> StartBits) * TimeSpan.TicksPerSecond;

    public int Start => (int)(_packed & ((1L << StartBits) - 1));
}
