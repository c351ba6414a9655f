using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>What the ledger cannot answer.</summary>
internal static class LedgerProblems
{
    public static Problem NothingRecorded { get; } = new(404, "nothing-recorded", "There is no checkpoint yet. One is made a moment after anything is recorded.");

    public static Problem Unsigned { get; } = new(404, "unsigned-checkpoint", "The last checkpoint was made by an earlier version, which did not sign. The next one is signed: it is made a moment after anything is recorded.");

    public static Problem NotCovered { get; } = new(422, "not-covered", "No checkpoint covers this event yet. Ask again in a few seconds.");

    public static Problem UnknownEvent { get; } = new(404, "unknown-event", "There is no such event on record. Send the id or the sequence number of one, as a claim's history or the event log gives them.");
}
