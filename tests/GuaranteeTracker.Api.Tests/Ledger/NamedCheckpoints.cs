using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Moving;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Exports and pages say from which checkpoint they were made.</summary>
public sealed class NamedCheckpoints(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Each_export_names_the_first_checkpoint_that_covers_it_and_pages_of_other_origins_may_read_that()
    {
        var (first, last) = await TwoCheckpointsAsync();
        foreach (var path in new[]
        {
            "/api/picture?format=csv&asOf=2025-08-20", "/api/timeline?format=csv", "/api/timeline?format=timelinejs", "/api/timeline?format=atom", "/api/timeline?format=ics",
            "/api/claims?format=csv", "/api/claims?format=ndjson", "/api/claims?format=dna", "/api/network?format=csv", "/api/network?format=graphml",
        })
        {
            foreach (var (size, sequence, root) in new[] { first, last })
            {
                using var export = await tracker.Public.GetAsync($"{path}&knownAt=seq:{sequence}&v=1");

                export.IsSuccessStatusCode.Should().BeTrue(path);
                export.Headers.GetValues("Checkpoint-Size").Single().Should().Be(size.Write(), path);
                Convert.ToHexString(Convert.FromBase64String(export.Headers.GetValues("Checkpoint-Root").Single())).Should().Be(root, path);
                export.Headers.GetValues("Access-Control-Expose-Headers").Single().Should().Contain("Checkpoint-Size, Checkpoint-Root");
            }
        }
    }

    [Fact]
    public async Task The_export_of_the_whole_record_begins_with_the_signed_note()
    {
        var (_, last) = await TwoCheckpointsAsync();

        var lines = await tracker.ExportAsync();

        var head = JsonNode.Parse(lines[0])!;
        var checkpoint = Proving.Verify(head["checkpoint"]!.GetValue<string>(), await tracker.LedgerKeyAsync());
        (checkpoint.Size, Convert.ToHexString(checkpoint.Root.Span)).Should().Be((last.Size, last.Root));
    }

    [Fact]
    public async Task The_foot_of_a_page_of_a_K_names_its_checkpoint_and_stays_the_same()
    {
        var (first, _) = await TwoCheckpointsAsync();
        foreach (var path in new[] { $"/snapshots/2025-08-20/seq:{first.Sequence}", $"/picture?asOf=2025-08-20&knownAt=seq:{first.Sequence}", $"/timeline?knownAt=seq:{first.Sequence}" })
        {
            var foot = (await tracker.Public.OpenAsync(path)).QuerySelector("footer .checkpoint").Words();

            foot.Should().StartWith("Made from the checkpoint of ").And.Contain($"{first.Size} events, up to number {first.Sequence}")
                .And.Contain(Convert.ToBase64String(Convert.FromHexString(first.Root)));
        }
    }

    [Fact]
    public async Task A_page_without_K_names_the_last_checkpoint_and_is_not_sent_again_for_a_later_one()
    {
        var subject = await Subject.RecordAsync(tracker);
        var claim = await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        using var before = await tracker.Public.AskForPageAsync($"/claims/{claim}");
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        var last = (await tracker.RootsAsync())[^1];

        using var again = await tracker.Public.AskForPageAsync($"/claims/{claim}", had: before.Headers.ETag!.ToString());
        var page = await tracker.Public.OpenAsync($"/claims/{claim}");

        ((int)again.StatusCode).Should().Be(304);
        page.QuerySelector("footer .checkpoint").Words().Should().StartWith("The last checkpoint is of ").And.Contain($"{last.Size} events");
        page.QuerySelectorAll("footer .checkpoint a").Select(link => link.GetAttribute("href")).Should().Equal("/log/checkpoint", "/docs#tag/ledger");
    }

    private async Task<((long Size, long Sequence, string Root) First, (long Size, long Sequence, string Root) Last)> TwoCheckpointsAsync()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        var first = (await tracker.RootsAsync())[^1];
        await subject.RecordClaimAsync("commits", "2025-08-19");
        await tracker.SettleAsync();
        return (first, (await tracker.RootsAsync())[^1]);
    }
}
