using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>A record in which all was said on the calendar's first day.</summary>
public sealed class TheFirstDay(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    /// <summary>More than a page shows at once.</summary>
    private const int Moves = 41;

    private const string Day = "0001-01-01";

    private long _sequence;

    public async Task InitializeAsync()
    {
        var source = new Guid(1, 0, 0, new byte[8]);
        await tracker.RecordCatalogueAsync();
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/sources", Samples.Source(source)));
        for (var number = 1; number <= Moves; number++)
        {
            var claim = Samples.Claim(source, new Guid(number, 0, 0, new byte[8]), stated: Day);
            claim["topic"] = $"topic-{number}";
            await Subject.MustAsync(tracker.Admin.PutAsync($"/api/topics/topic-{number}", Samples.Topic()));
            await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", claim));
        }

        _sequence = await tracker.SettleAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/compare")]
    [InlineData("/network")]
    [InlineData($"/picture?asOf={Day}")]
    [InlineData($"/snapshots?asOf={Day}")]
    [InlineData("/snapshots/0001-01-01/seq:{sequence}")]
    public async Task No_day_before_it_is_needed(string address) =>
        (await tracker.Public.OpenAsync(address.Replace("{sequence}", $"{_sequence}", StringComparison.Ordinal))).QuerySelector("h1").Should().NotBeNull();
}
