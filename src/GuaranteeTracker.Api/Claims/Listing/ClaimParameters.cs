using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>What an address can ask of a list of claims: names, and how the description tells of them.</summary>
internal static class ClaimParameters
{
    public const string
        Actor = "actor", Speaker = "speaker", ReportedBy = "reportedBy", Topic = "topic", Stance = "stance", Act = "act", Voice = "voice", Source = "source", Publisher = "publisher",
        Status = "status", StatedFrom = "statedFrom", StatedTo = "statedTo", RecordedFrom = "recordedFrom", RecordedTo = "recordedTo", AsOf = "asOf", Search = "q", Sort = "sort";

    public static IReadOnlyList<AddressParameter> Filters { get; } =
    [
        Many(Actor, "Claims with this actor.", "russia"),
        Many(Speaker, "Claims with this speaker.", "vladimir-putin"),
        Many(ReportedBy, "Hearsay that this actor told.", "donald-trump"),
        Many(Topic, "Claims on this topic.", "western-troops-in-ukraine"),
        Many(Stance, $"One of {WordsOf<Stance>()}.", "rejects"),
        Many(Act, $"One of {WordsOf<Act>()}.", "warning"),
        Many(Voice, $"One of {WordsOf<Voice>()}.", "quote"),
        Many(Source, "Claims found in this source: its id.", "dcb73d2d-251b-409c-8d6c-85f94c8576c5"),
        Many(Publisher, "Claims found in sources of this publisher: its name, exactly.", "The Independent"),
        Many(Status, $"One of {WordsOf<ClaimStatus>()}, as known at K; a claim can be of several. Default: any, retracted ones too.", "live"),
        new(StatedFrom, "Claims that begin to count no earlier: a date (its first microsecond, UTC) or an instant with its offset.", "2025-07-01"),
        new(StatedTo, "Claims that begin to count no later: a date (its last microsecond, UTC) or an instant.", "2025-12-31"),
        new(RecordedFrom, "Claims whose recordedAt is no earlier: a date (its first microsecond, UTC) or an instant.", "2026-11-01"),
        new(RecordedTo, "Claims whose recordedAt is no later: a date (its last microsecond, UTC) or an instant.", "2026-11-30"),
        new(AsOf, "D: only claims that count by then. Default: all, whenever they begin to count.", "2025-08-20"),
        new(Search, "Full text over summaries and passages, in English: words, \"a phrase\", or, -without.", "\"air support\" -naval"),
    ];

    public static AddressParameter Order { get; } = new(Sort, $"One of {string.Join(", ", ClaimSort.All.Select(sort => sort.Name))}. Default: stated.", "-stated");

    public static AddressParameter Fields { get; } = new("fields", "Only these members (or columns) of each claim, separated by commas.", "id,actor,stance,summary");

    /// <summary>All words of <typeparamref name="T"/>, as a sentence lists them.</summary>
    public static string WordsOf<T>()
        where T : struct, Enum => string.Join(", ", EnumWords.All<T>());

    private static AddressParameter Many(string name, string description, string example) => new(name, $"{description} Repeat it for several.", example, Repeatable: true);
}
