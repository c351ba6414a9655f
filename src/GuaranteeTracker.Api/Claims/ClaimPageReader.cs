using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Claims;
using Marten;

namespace GuaranteeTracker.Api.Claims;

/// <summary>Prepares the page of a claim.</summary>
internal sealed class ClaimPageReader(RecordReader reader)
{
    /// <param name="showsWho">Whether the caller may know which analyst it was.</param>
    /// <returns>Null when there is no such claim.</returns>
    public async Task<ClaimPageModel?> ReadAsync(Guid id, bool showsWho, IQuerySession session, CancellationToken cancellation)
    {
        if (await session.FindClaimAsync(id, cancellation) is not { } claim)
        {
            return null;
        }

        var content = claim.State.Content;
        var source = (await session.FindSourceAsync(content.Evidence.Source, cancellation))!.State;
        var record = await reader.ReadAsync(cancellation); // after the claim, so that it has every name it uses
        return new(
            claim.State, Name(content.Actor)!, record.LabelOf(content.Topic), Name(content.Speaker), Name(content.ReportedBy), [.. content.Terms.Select(TermWords.Of)],
            source.Registered, WebAddress.OrNull(source.Registered.Url), source.WithdrawalReason, Events(ClaimHistoryView.Of(claim, showsWho), record));

        Named? Name(string? actor) => actor is null ? null : new(actor, record.NameOf(actor));
    }

    private static List<ClaimPageEvent> Events(ClaimHistoryView history, KnownRecord record)
    {
        var (events, before) = (new List<ClaimPageEvent>(), (ClaimContent?)null);
        foreach (var e in history.Events)
        {
            events.Add(new(
                Word(e.Type), e.Sequence, e.At, e.Reason, e.RecordedBy, before is not null && e.Content is { } after ? ClaimFields.Between(before, after, record) : []));
            before = e.Content ?? before;
        }

        return events;
    }

    private static string Word(string type) => type switch
    {
        FactNames.ClaimRecorded => "Recorded",
        FactNames.ClaimCorrected => "Corrected",
        FactNames.ClaimRetracted => "Retracted",
        FactNames.ClaimDisputed => "Disputed",
        FactNames.DisputeResolved => "Dispute resolved",
        _ => throw new NotSupportedException($"{type} has no place in a claim's history."),
    };
}
