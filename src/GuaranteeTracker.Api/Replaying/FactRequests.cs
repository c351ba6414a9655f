using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Encounters;
using GuaranteeTracker.Domain.Sources;
using GuaranteeTracker.Domain.Topics;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>The request that a fact comes of: sent to a record that holds all that was before it, it makes this very fact.</summary>
internal static class FactRequests
{
    /// <summary>How requests are written: what is absent is left out.</summary>
    public static JsonSerializerOptions Options { get; } = new(Json.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="fact">Of anything but an actor or a source's registration.</param>
    /// <returns>The request less its id.</returns>
    public static (StepKind Kind, string Id, object Request) Of(IFact fact) => fact switch
    {
        ITopicFact e => (StepKind.Topic, e.Topic, new SetTopic { Title = e.Content.Title, Proposition = e.Content.Proposition }),
        SourceWithdrawn e => (StepKind.Withdrawal, Write(e.Source), new WithdrawSource { Reason = e.Reason }),
        ClaimRecorded e => (StepKind.Claim, Write(e.Claim), ClaimRequests.Of(e.Content)),
        ClaimCorrected e => (StepKind.Correction, Write(e.Claim), new CorrectClaim { Reason = e.Reason, Claim = ClaimRequests.Of(e.Content) }),
        ClaimDisputed e => (StepKind.Dispute, Write(e.Claim), new DisputeClaim { Reason = e.Reason }),
        DisputeResolved e => (StepKind.Resolution, Write(e.Claim), new ResolveDispute { Reason = e.Reason }),
        ClaimRetracted e => (StepKind.Retraction, Write(e.Claim), new RetractClaim { Reason = e.Reason }),
        EncounterRecorded { Content: var c } e => (
            StepKind.Encounter, Write(e.Encounter), new RecordEncounter { Title = c.Title, Date = c.Date.Text, Place = c.Place, Present = c.Present }),
        EncounterCorrected { Content: var c } e => (
            StepKind.EncounterCorrection, Write(e.Encounter),
            new CorrectEncounter { Reason = e.Reason, Title = c.Title, Date = c.Date.Text, Place = c.Place, Present = c.Present }),
        _ => throw new NotSupportedException($"{fact.GetType().Name} comes of no request that is known here."),
    };

    /// <param name="content">The whole content, as a fact left it.</param>
    public static SetActor Of(ActorContent content) => new()
    {
        Name = content.Name,
        Kind = EnumWords.Of(content.Kind),
        Aliases = content.Aliases.Count == 0 ? null : content.Aliases,
        Mandates = content.Mandates.Count == 0 ? null
            : [.. content.Mandates.Select(mandate => new MandateInput { For = mandate.For, From = Iso.Day(mandate.From), To = mandate.To is { } to ? Iso.Day(to) : null })],
    };

    public static RegisterSource Of(SourceRegistered source, string text) => new()
    {
        Url = source.Url,
        Publisher = source.Publisher,
        Title = source.Title,
        Published = Iso.Day(source.Published),
        Language = source.Language,
        Revises = source.Revises?.ToString(),
        Text = AsSent(text),
    };

    /// <summary>What becomes these words when CR LF becomes LF.</summary>
    public static string AsSent(string words) => words.Replace("\r\n", "\r\r\n", StringComparison.Ordinal);

    private static string Write(Guid id) => id.ToString();
}
