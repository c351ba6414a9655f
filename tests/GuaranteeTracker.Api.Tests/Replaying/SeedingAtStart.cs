using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Erasing;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Replaying;

/// <summary>GuaranteeTracker:SeedOnStart, each time over a database of its own.</summary>
public sealed class SeedingAtStart : IAsyncLifetime
{
    private readonly SeededTracker _tracker = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task An_empty_store_is_seeded_once()
    {
        await _tracker.InitializeAsync();

        (await _tracker.EventsAsync()).Should().Be(Seeds.Count, "the service listens after the seeding");
        await Eventually.TrueAsync(async () => (await _tracker.Public.GetAsync("/health/ready")).IsSuccessStatusCode, "a checkpoint covers the seeds");
        (await _tracker.SettleAsync()).Should().Be(Seeds.Count);

        await _tracker.RestartAsync();

        (await _tracker.EventsAsync()).Should().Be(Seeds.Count);
        (await ExpectedPictures.CheckAsync(new SeedFolder(Seeds.Folder), _tracker.Services.GetRequiredService<LocalRecord>(), default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_store_in_which_others_have_recorded_is_left_alone()
    {
        _tracker.SeedOnStart = false;
        await _tracker.InitializeAsync();
        await Subject.MustAsync(_tracker.Admin.PutAsync("/api/actors/us", Samples.Actor()));
        _tracker.SeedOnStart = true;

        await _tracker.RestartAsync();

        (await _tracker.EventsAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_text_that_was_erased_is_not_put_back_by_the_next_start()
    {
        await _tracker.InitializeAsync();
        var source = await _tracker.QueryAsync<Guid>($"select (data ->> 'source')::uuid from {Tables.Events} where type = 'source-registered' limit 1");
        await Subject.MustAsync(_tracker.Admin.EraseAsync("source-text", source));

        await _tracker.RestartAsync();

        (await _tracker.EventsAsync()).Should().Be(Seeds.Count);
        (await _tracker.Public.GetJsonAsync($"/api/sources/{source}"))["textErased"].Should().NotBeNull();
        (await _tracker.QueryAsync<long>($"select count(*) from {Tables.SourceTexts}")).Should().Be(0);
    }

    [Fact]
    public async Task A_seeding_that_was_cut_short_goes_on_at_the_next_start()
    {
        using var part = Seeds.CopyAll();
        await Seeds.EditAsync(Path.Combine(part.Article, "claims.json"), claims => claims.AsArray().RemoveRange(5, claims.AsArray().Count - 5));
        File.Delete(Path.Combine(part.Article, "encounters.json"));
        _tracker.SeedsFolder = part.Folder;
        await _tracker.InitializeAsync();
        (await _tracker.EventsAsync()).Should().BeLessThan(Seeds.Count).And.BePositive();
        _tracker.SeedsFolder = Seeds.Folder;

        await _tracker.RestartAsync();

        (await _tracker.EventsAsync()).Should().Be(Seeds.Count);
        (await ExpectedPictures.CheckAsync(new SeedFolder(Seeds.Folder), _tracker.Services.GetRequiredService<LocalRecord>(), default)).Should().BeEmpty();
    }

    private sealed class SeededTracker : Tracker
    {
        public bool SeedOnStart { get; set; } = true;

        public string? SeedsFolder { get; set; }

        protected override IEnumerable<string> Settings =>
            [$"--GuaranteeTracker:SeedOnStart={SeedOnStart}", .. SeedsFolder is null ? Array.Empty<string>() : [$"--GuaranteeTracker:SeedsFolder={SeedsFolder}"]];
    }
}
