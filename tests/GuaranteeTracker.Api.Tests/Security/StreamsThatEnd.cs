using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Importing;
using GuaranteeTracker.Api.Tests.Ledger;

namespace GuaranteeTracker.Api.Tests.Security;

/// <summary>A key that is in force no longer ends what was begun with it.</summary>
public sealed class StreamsThatEnd(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public async Task InitializeAsync()
    {
        await tracker.RecordTopicsAsync(1);
        await tracker.SettleAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_live_log_ends_within_seconds_once_its_reader_s_key_is_revoked_or_has_expired(bool isRevoked)
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("reader"));
        using var reader = tracker.Client(key.Text());
        using var response = await reader.FollowAsync();
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await stream.ReadLineAsync()).Should().Be(":");

        await (isRevoked ? tracker.Admin.RevokeAsync(key) : tracker.ExpireAsync(key));

        await stream.ReadToEndAsync().WaitAsync(_patience);
    }

    [Fact]
    public async Task An_import_stops_within_seconds_and_says_so_and_records_nothing_after()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("analyst"));
        var (first, later) = (Unique(), Unique());
        await using var import = await OpenImport.BeginAsync(tracker, key: key.Text());
        await import.SendAsync(Lines.Topic(first));
        (await import.NextAsync())["result"]!.GetValue<string>().Should().Be("recorded");

        await tracker.Admin.RevokeAsync(key);

        var last = await import.NextAsync();
        (last["result"]!.GetValue<string>(), last["recorded"]!.GetValue<int>()).Should().Be(("stopped", 1));
        (last["problem"]!["type"]!.GetValue<string>(), last["problem"]!["status"]!.GetValue<int>()).Should().Be(("/problems/not-authenticated", 401));
        await import.SendAsync(Lines.Topic(later));
        await import.EndAsync();
        await import.ClosedAsync();
        ((int)(await tracker.Public.GetAsync($"/api/topics/{first}")).StatusCode).Should().Be(200);
        ((int)(await tracker.Public.GetAsync($"/api/topics/{later}")).StatusCode).Should().Be(404);
    }

    [Fact]
    public async Task What_waits_in_an_import_is_not_recorded_either()
    {
        var key = await tracker.Admin.AddKeyAsync(Guarded.KeyFor("analyst"));
        await using var import = await OpenImport.BeginAsync(tracker, key: key.Text());
        await import.SendAsync(Lines.Claim(Guid.NewGuid(), Guid.NewGuid()), Lines.Topic(Unique())); // a source that may come yet
        (await import.NextAsync())["line"]!.GetValue<int>().Should().Be(2);

        await tracker.Admin.RevokeAsync(key);

        (await import.NextAsync())["result"]!.GetValue<string>().Should().Be("stopped");
    }

    private static string Unique() => $"t{Guid.NewGuid():N}";
}
