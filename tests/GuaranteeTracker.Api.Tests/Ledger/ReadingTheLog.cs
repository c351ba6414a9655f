using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Ledger;

public sealed class ReadingTheLog(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_line_says_what_happened_as_stored_and_who_recorded_it()
    {
        var (claim, source) = (Guid.NewGuid(), await tracker.RecordCatalogueAsync());
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, claim), ("X-Correlation-Id", "an-import")));
        var after = await tracker.SettleAsync() - 1;

        var logged = (await tracker.PageAsync($"{Log.Path}?after={after}")).Events.Single();

        var stored = (await tracker.EventsAsync($"claim:{claim}")).Single();
        logged.Select(member => member.Key).Should().Equal("sequence", "id", "stream", "version", "type", "recordedAt", "recordedBy", "correlation", "causation", "data");
        logged["sequence"]!.GetValue<long>().Should().Be(after + 1);
        logged["id"]!.GetValue<Guid>().Should().Be(stored.Id);
        logged["stream"]!.GetValue<string>().Should().Be(stored.Stream);
        logged["version"]!.GetValue<long>().Should().Be(1);
        logged["type"]!.GetValue<string>().Should().Be("claim-recorded");
        logged["recordedAt"]!.GetValue<string>().Should().EndWith("Z");
        logged["recordedBy"]!.GetValue<string>().Should().Be(stored.RecordedBy);
        logged["correlation"]!.GetValue<string>().Should().Be("an-import").And.Be(stored.Correlation);
        ((string?)logged["causation"]).Should().Be(stored.Causation);
        JsonNode.DeepEquals(logged["data"], JsonNode.Parse(stored.Data)).Should().BeTrue();
    }

    [Fact]
    public async Task Numbers_keep_all_their_digits()
    {
        const string amount = "123456789012345678.123456789";
        var body = Samples.Claim(await tracker.RecordCatalogueAsync());
        body["terms"] = JsonNode.Parse($$"""[{ "kind": "money", "amount": {{amount}}, "currency": "USD" }]""");
        await Subject.MustAsync(tracker.Admin.PostAsync("/api/claims", body));

        var line = await tracker.Admin.GetStringAsync($"{Log.Path}?after={await tracker.SettleAsync() - 1}");

        line.Should().Contain($"\"amount\":{amount},");
    }

    [Fact]
    public async Task Pages_lead_to_the_end_in_order()
    {
        await tracker.RecordTopicsAsync(60);
        await tracker.SettleAsync();
        (await tracker.PageAsync()).Events.Should().HaveCount(50, "that is the default");

        var walked = new List<long>();
        for (var address = $"{Log.Path}?limit=7&format=ndjson"; address is not null;)
        {
            var page = await tracker.PageAsync(address);
            page.Events.Count.Should().Be(page.Next is null ? page.Events.Count : 7);
            walked.AddRange(page.Sequences);
            address = page.Next;
        }

        walked.Should().Equal(await tracker.StoredSequencesAsync());
        (await tracker.PageAsync($"{Log.Path}?after={walked[^51]}")).Next.Should().BeNull("a page that is just full is the last one");
        (await tracker.PageAsync($"{Log.Path}?after={walked[^1]}")).Events.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_shows_before_a_checkpoint_covers_it()
    {
        await tracker.RecordTopicsAsync(1);
        var before = await tracker.SettleAsync();
        await using var connection = await tracker.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await tracker.RegisterTopicAsync(transaction);
        await tracker.RecordTopicsAsync(1);

        var page = await tracker.PageAsync($"{Log.Path}?after={before}");
        page.Events.Should().BeEmpty("the number below may still be filled");
        page.Known.Should().Be(before);

        await transaction.CommitAsync();
        await tracker.SettleAsync();
        page = await tracker.PageAsync($"{Log.Path}?after={before}");
        page.Sequences.Should().Equal(before + 1, before + 2);
        page.Known.Should().Be(before + 2);
    }

    [Fact]
    public async Task Tombstones_are_no_events()
    {
        await tracker.RecordTopicsAsync(1);
        var before = await tracker.SettleAsync();
        await tracker.LeaveTombstoneAsync();
        await tracker.RecordTopicsAsync(1);
        await tracker.SettleAsync();

        (await tracker.PageAsync($"{Log.Path}?after={before}")).Sequences.Should().Equal(before + 2);
    }

    [Fact]
    public async Task A_page_is_tagged_and_no_shared_cache_keeps_it()
    {
        await tracker.RecordTopicsAsync(3);
        await tracker.SettleAsync();
        using var first = await tracker.Admin.GetAsync($"{Log.Path}?limit=2");
        first.Headers.NonValidated["Cache-Control"].ToString().Should().Be("private, no-cache");
        first.Headers.Vary.Should().Contain("Authorization").And.Contain("Accept");
        await tracker.RecordTopicsAsync(1);
        await tracker.SettleAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Log.Path}?limit=2") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await tracker.Admin.SendAsync(request);
        using var head = await tracker.Admin.SendAsync(new(HttpMethod.Head, $"{Log.Path}?limit=2"));

        again.StatusCode.Should().Be(HttpStatusCode.NotModified, "what is full does not change");
        head.Headers.ETag.Should().Be(first.Headers.ETag);
        head.Content.Headers.ContentLength.Should().Be(first.Content.Headers.ContentLength);
        head.Content.Headers.ContentType.Should().Be(MediaTypeHeaderValue.Parse("application/x-ndjson"));
        head.Headers.GetValues("Link").Should().Equal(first.Headers.GetValues("Link"));
        long.Parse(head.Headers.GetValues("Known-Sequence").Single(), CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(4);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }
}
