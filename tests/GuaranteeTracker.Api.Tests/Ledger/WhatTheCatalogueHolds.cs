using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class WhatTheCatalogueHolds
{
    [Fact]
    public void It_holds_every_fact_but_sources_and_what_claims_say() =>
        FactNames.Types.Keys.Except(FactNames.Catalogued).Should().BeEquivalentTo("source-registered", "claim-recorded", "claim-corrected", "claim-retracted");
}
