using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Domain.Actors;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Claims;

/// <summary>A claim with all that linked data says of it.</summary>
/// <param name="Record">Knows the names; read after the claim.</param>
internal sealed record LinkedClaim(Stored<Claim> Claim, Source Source, KnownRecord Record, PublicAddress Address)
{
    public Claim State => Claim.State;

    public ClaimContent Content => State.Content;

    public SourceRegistered Document => Source.Registered;

    /// <summary>The UTC day from which on it counts.</summary>
    public DateOnly Day => EffectiveInstant.TryFind(Content.Stated, Document.Published, out var effective)
        ? DateOnly.FromDateTime(effective.Value)
        : throw new InvalidOperationException($"Claim {State.Id} is stated later than its source was published; it should never have been recorded.");

    /// <summary>What became of it, the gravest first, each with why; nothing where it is as it was recorded.</summary>
    public IReadOnlyList<(string What, string Why)> Fate
    {
        get
        {
            (string What, string? Why)[] all =
                [("retracted", State.RetractionReason), ("source withdrawn", Source.WithdrawalReason), ("disputed", State.DisputeReason), ("corrected", State.CorrectionReason)];
            return [.. all.Where(one => one.Why is not null).Select(one => (one.What, one.Why!))];
        }
    }

    public Actor ActorOf(string id) => Record.Catalogue.Actors.At(id, Record.K)!.State;

    public string PageOf(string path) => Address.Of(path);

    public byte[] Write(Format format) => JsonSerializer.SerializeToUtf8Bytes(format == Format.JsonLd ? ClaimJsonLd.Of(this) : ClaimAnnotation.Of(this), Json.Options);
}
