using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>A record that nobody changes, from the first day of the calendar to the last: the topic us-air-support, the actor us.</summary>
public sealed class RecordOfAllTime : IAsyncLifetime
{
    public Tracker Tracker { get; } = new();

    public Guid Source { get; private set; }

    /// <summary>Of the claim stated in the year 1.</summary>
    public Guid Claim { get; private set; }

    /// <summary>Everything is covered by a checkpoint up to here.</summary>
    public long Sequence { get; private set; }

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        Source = await Tracker.RecordCatalogueAsync();
        Claim = await Tracker.RecordClaimAsync(Source, "supports", "0001");
        foreach (var (stance, stated) in new[] { ("opposes", "0001-01-01"), ("commits", "0001-01-01T00:00:00Z"), ("rejects", "../2025-08-20"), ("undecided", "0001/2025-08-20"), ("open", "2025-08-18") })
        {
            await Tracker.RecordClaimAsync(Source, stance, stated);
        }

        foreach (var date in new[] { "0001", "../0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01/9999-12-31", "2025-08-18/..", "9999", "9999-12", "9999-12-31", "9999-12-31T23:59:59Z", "9999/.." })
        {
            await Subject.MustAsync(Tracker.Admin.PostAsync("/api/encounters", new JsonObject { ["title"] = $"Met {date}", ["date"] = date, ["present"] = new JsonArray("us") }));
        }

        Sequence = await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();
}
