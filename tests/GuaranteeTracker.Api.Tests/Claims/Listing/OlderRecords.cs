using GuaranteeTracker.Api.Hosting.Databases;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Ledger;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>A record that was written, wholly or at last, by a version that made no rows to find claims by.</summary>
public sealed class OlderRecords(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("true")]
    [InlineData("recorded = (select max(recorded) from " + Tables.ClaimListing + ")")]
    public async Task Claims_that_no_row_was_made_for_are_found_after_a_migration(string missing)
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync("open");
        await subject.RecordClaimAsync("commits", "2025-08-19");
        var address = $"/api/claims?topic={subject.Topic}&knownAt=seq:{await tracker.SettleAsync()}";
        var before = await tracker.Public.GetStringAsync(address);
        await tracker.QueryAsync<int>($"delete from {Tables.ClaimListing} where {missing}; select 1");
        (await tracker.Public.GetStringAsync(address)).Should().NotBe(before);

        await Migration.RunAsync(tracker.OwnerConnectionString, null, CancellationToken.None);
        await tracker.RestartAsync();

        (await tracker.Public.GetStringAsync(address)).Should().Be(before);
        await tracker.RowsShouldBeSoundAsync();
    }
}
