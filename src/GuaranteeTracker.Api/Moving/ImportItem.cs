using GuaranteeTracker.Api.Replaying;

namespace GuaranteeTracker.Api.Moving;

internal abstract record ImportItem(string Where);

internal sealed record ImportStep(string Where, SeedStep Step) : ImportItem(Where);

internal sealed record ImportLoss(string Where, string Because) : ImportItem(Where);
