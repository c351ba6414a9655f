using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Timelines;

/// <summary>
/// A claim version in 16 bytes: what every look at a cell reads. When it is effective, and when it ended if it did, stands in arrays of the timeline.
/// </summary>
internal readonly struct Entry
{
    private const int StanceBits = 3, VoiceBits = 2, TraitBits = 6, TalkerBits = 20, Ended = int.MinValue;
    private const int VoiceAt = StanceBits, TraitsAt = VoiceAt + VoiceBits, TalkersAt = TraitsAt + TraitBits;
    private const int LowestStance = (int)Stance.Rejects;

    /// <summary>As many pairs of speaker and reporter fit in one topic.</summary>
    public const int MostTalkers = 1 << TalkerBits;

    public readonly long Recorded;

    /// <summary>Place among the timeline's sources.</summary>
    public readonly int Source;

    private readonly int _packed;

    private Entry(long recorded, int source, int packed) => (Recorded, Source, _packed) = (recorded, source, packed);

    /// <param name="talkers">Place among the timeline's pairs of speaker and reporter.</param>
    public static Entry Of(ClaimVersion version, int source, int talkers) => new(
        version.Recorded, source,
        ((int)version.Stance - LowestStance) | ((int)version.Voice << VoiceAt) | ((int)version.Traits << TraitsAt) | (talkers << TalkersAt));

    public Stance Stance => (Stance)((_packed & ((1 << StanceBits) - 1)) + LowestStance);

    public Voice Voice => (Voice)((_packed >> VoiceAt) & ((1 << VoiceBits) - 1));

    public ClaimTraits Traits => (ClaimTraits)((_packed >> TraitsAt) & ((1 << TraitBits) - 1));

    public int Talkers => (_packed >> TalkersAt) & (MostTalkers - 1);

    /// <summary>Some later event ended it: the timeline knows which.</summary>
    public bool IsEnded => _packed < 0;

    /// <summary>Quote, paraphrase and observation are first-hand; hearsay is second-hand.</summary>
    public bool IsFirstHand => Voice is not Voice.Hearsay;

    /// <summary>The reporter's own account of no date.</summary>
    public bool IsUndatedObservation => Voice is Voice.Observation && Has(ClaimTraits.OpenStart);

    public bool Has(ClaimTraits trait) => (Traits & trait) != 0;

    public Entry WithEnd() => new(Recorded, Source, _packed | Ended);

    public Entry WithTrait(ClaimTraits trait) => new(Recorded, Source, _packed | ((int)trait << TraitsAt));
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
