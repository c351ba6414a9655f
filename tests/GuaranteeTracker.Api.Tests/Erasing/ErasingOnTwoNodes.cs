using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>What one node erases, the others do not use any more.</summary>
public sealed class ErasingOnTwoNodes(Tracker tracker) : IClassFixture<Tracker>, IAsyncLifetime
{
    private AnotherNode _other = null!;

    public async Task InitializeAsync() => _other = await AnotherNode.StartAsync(tracker);

    public async Task DisposeAsync() => await _other.DisposeAsync();

    [Fact]
    public async Task A_node_that_has_the_text_in_memory_records_nothing_more_from_it_and_drops_it()
    {
        var (source, text) = await tracker.RecordTextAsync();
        await tracker.RecordClaimAsync(source);
        var known = tracker.Services.GetRequiredService<KnownThings>();
        known.TextOf(Streams.Source(source))!.Text.Should().Be(text, "it was quoted from here");

        await Subject.MustAsync(_other.Admin.EraseAsync("source-text", source));

        await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source)));
        await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, exact: "in no quote")));
        foreach (var reader in new[] { tracker.Admin, _other.Admin })
        {
            using var gone = await reader.GetAsync($"/api/sources/{source}/text");
            gone.StatusCode.Should().Be(HttpStatusCode.Gone);
        }

        await Eventually.TrueAsync(() => Task.FromResult(known.TextOf(Streams.Source(source)) is null), "the node looks at what was erased", Erasures.Soon);
    }

    [Fact]
    public async Task A_text_that_was_read_just_before_and_kept_just_after_is_dropped_all_the_same()
    {
        var (source, text) = await tracker.RecordTextAsync();
        var known = tracker.Services.GetRequiredService<KnownThings>();
        await tracker.RecordClaimAsync(source);
        var late = known.TextOf(Streams.Source(source))!;
        await Subject.MustAsync(_other.Admin.EraseAsync("source-text", source));
        await Eventually.TrueAsync(() => Task.FromResult(known.TextOf(Streams.Source(source)) is null), "the node looks at what was erased", Erasures.Soon);

        known.AddText(Streams.Source(source), late);

        await Eventually.TrueAsync(() => Task.FromResult(known.TextOf(Streams.Source(source)) is null), "it looks again", Erasures.Soon);
        text.Should().Be(late.Text);
    }

    [Fact]
    public async Task Whose_name_was_erased_is_somebody_new_on_every_node()
    {
        await RecordedByAsync(_other.Admin);
        var before = await RecordedByAsync(tracker.Admin);
        before.Should().Be(await tracker.AdminAsync());

        var erasure = await Subject.MustAsync(_other.Admin.EraseAsync("analyst", before, "She asked for it."));

        erasure["by"]!.GetValue<Guid>().Should().Be(before, "it was her own name");
        var after = Guid.Empty;
        foreach (var node in new[] { tracker.Admin, _other.Admin })
        {
            await Eventually.TrueAsync(async () => (after = await RecordedByAsync(node)) != before, "the name is looked up again", Erasures.Soon);
            after.Should().Be(await tracker.AdminAsync());
        }

        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Analysts} where id = '{before}'")).Should().Be(0);
    }

    /// <summary>The pseudonym with which something new is recorded.</summary>
    private async Task<Guid> RecordedByAsync(HttpClient caller)
    {
        var topic = $"topic-{Guid.NewGuid():N}";
        await Subject.MustAsync(caller.PutAsync($"/api/topics/{topic}", Samples.Topic()));
        return Guid.Parse(await tracker.QueryAsync<string>($"select headers ->> 'recordedBy' from {Tables.Events} where stream_id = 'topic:{topic}'"));
    }
}
