using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Moving;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>Lines that come before what they refer to.</summary>
public sealed class LinesInAnyOrder(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    public async Task Claims_come_before_their_source_actors_and_topic_in_one_chunk_and_thousands_of_lines_earlier(int between)
    {
        var (source, topic) = (Guid.NewGuid(), Unique("t"));
        var claims = Lines.Claims(source, 100, topic);
        var others = Enumerable.Range(0, between).Select(_ => Lines.Topic(Unique("o")));

        var (report, told) = await tracker.ImportAsync([.. claims, .. others, Lines.Topic(topic), .. Lines.Catalogue.Reverse(), Lines.Source(source)]);

        told.Should().BeEmpty();
        (report.Recorded + report.Repeated).Should().Be(100 + between + 6);
        (await tracker.QueryAsync<long>($"select count(*) from guaranteetracker.mt_events where type = 'claim-recorded' and data #>> '{{content,topic}}' = '{topic}'")).Should().Be(100);
    }

    [Fact]
    public async Task Corrections_come_before_their_claim_and_versions_backwards()
    {
        var source = await tracker.RecordCatalogueAsync();
        var claim = Guid.NewGuid();

        var (report, told) = await tracker.ImportAsync(
            Lines.Because("retraction", claim, version: 5), Lines.Correction(source, claim, "rejects", 4), Lines.Because("dispute", claim, version: 3), Lines.Correction(source, claim, "commits", 2), Lines.Claim(source, claim));

        told.Should().BeEmpty();
        report.Should().Be(new ImportReport(5, 0, 0, 0));
        (await tracker.EventTypesAsync($"claim:{claim}")).Should().Equal("claim-recorded", "claim-corrected", "claim-disputed", "claim-corrected", "claim-retracted");
    }

    [Fact]
    public async Task A_long_history_that_comes_backwards_is_recorded_forwards_and_in_few_steps()
    {
        const int versions = 2_500;
        var topic = Unique("t");
        var transactions = await tracker.QueryAsync<long>("select pg_current_xact_id()::text::bigint");

        var (report, told) = await tracker.ImportAsync(Enumerable.Range(1, versions).Select(version => Lines.Topic(topic, version % 2 == 0 ? "Even" : "Odd", version)).Reverse());

        told.Should().BeEmpty();
        report.Should().Be(new ImportReport(versions, 0, 0, 0));
        (await tracker.EventsAsync($"topic:{topic}")).Select(e => e.Data.Contains("Even", StringComparison.Ordinal)).Should().Equal(Enumerable.Range(1, versions).Select(version => version % 2 == 0));
        (await tracker.QueryAsync<long>("select pg_current_xact_id()::text::bigint") - transactions).Should().BeLessThan(versions / 10, "checkpoints included");
    }

    [Fact]
    public async Task A_claim_is_numbered_before_the_withdrawal_of_its_source_that_came_after_it_and_what_is_referred_to_before()
    {
        await tracker.RecordCatalogueAsync();
        var (source, claim, later, topic) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Unique("t"));
        string[] lines =
        [
            Lines.Source(source), Lines.Claim(source, claim), Lines.Topic(topic), Lines.Correction(source, claim, "commits", 2, topic), Lines.Claim(source, later), Lines.Because("withdrawal", source),
        ];

        (await tracker.ImportAsync(lines)).Told.Should().BeEmpty();

        var streams = string.Join("','", [$"source:{source}", $"claim:{claim}", $"claim:{later}", $"topic:{topic}"]);
        (await tracker.QueryAsync<string>($"select string_agg(stream_id || ' ' || version, ', ' order by seq_id) from guaranteetracker.mt_events where stream_id in ('{streams}')"))
            .Should().Be($"source:{source} 1, claim:{claim} 1, topic:{topic} 1, claim:{claim} 2, claim:{later} 1, source:{source} 2");
    }

    [Fact]
    public async Task Words_count_only_in_the_text_on_record_whatever_text_a_line_that_is_refused_has()
    {
        var source = await tracker.RecordCatalogueAsync();
        const string other = "Nobody said that the US would help by ship.";

        var (report, told) = await tracker.ImportAsync(
            Lines.Of("source", Samples.Source(source, other)), Lines.Claim(source, Guid.NewGuid()), Lines.Of("claim", Samples.Claim(source, exact: "help by ship")));

        report.Should().Be(new ImportReport(1, 0, 2, 0));
        told[0].Should().StartWith("line 1: ").And.Contain("is on record with other content");
        told[1].Should().StartWith("line 3: ").And.Contain("/evidence/quotes/0/exact");
        (await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source))).StatusCode.Should().Be(System.Net.HttpStatusCode.Created);
        (await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, exact: "help by ship"))).StatusCode.Should().Be(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_never_arrives_is_told_at_the_end_with_what_is_missing()
    {
        var source = await tracker.RecordCatalogueAsync();
        var (claim, nowhere) = (Guid.NewGuid(), Guid.NewGuid());

        var (report, told) = await tracker.ImportAsync(
            Lines.Because("retraction", claim), Lines.Claim(nowhere, Guid.NewGuid()), Lines.Claim(source, Guid.NewGuid(), "never"), Lines.Topic(Unique("t")));

        report.Should().Be(new ImportReport(1, 0, 3, 0));
        told.Should().SatisfyRespectively(
            line => line.Should().Be("line 1: There is no such claim."),
            line => line.Should().Contain($"There is no source {nowhere} on record; register it first"),
            line => line.Should().Contain("There is no topic never on record; record it first"));
    }

    [Fact]
    public async Task Two_that_wait_for_each_other_and_one_that_waits_for_itself_are_refused()
    {
        var (a, b, c) = (Unique("a"), Unique("b"), Unique("c"));

        var (report, told) = await tracker.ImportAsync(Lines.Actor(a, "A", mandateFor: b), Lines.Actor(b, "B", mandateFor: a), Lines.Actor(c, "C", mandateFor: c), Lines.Topic(Unique("t")));

        report.Should().Be(new ImportReport(1, 0, 3, 0));
        told.Should().HaveCount(3).And.OnlyContain(line => line.Contains("/mandates/0/for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_500)]
    public async Task Lines_of_one_thing_that_say_no_version_keep_their_order_where_the_first_has_to_wait(int between)
    {
        var source = await tracker.RecordCatalogueAsync();
        var (actor, other, claim, topic) = (Unique("a"), Unique("b"), Guid.NewGuid(), Unique("t"));
        var others = Enumerable.Range(0, between).Select(_ => Lines.Topic(Unique("o")));

        var (_, told) = await tracker.ImportAsync(
        [
            Lines.Actor(actor, "First", mandateFor: other), Lines.Actor(actor, "Second"), Lines.Correction(source, claim, "commits", topic: topic), Lines.Because("retraction", claim),
            .. others, Lines.Actor(other, "Other"), Lines.Claim(source, claim), Lines.Topic(topic),
        ]);

        told.Should().BeEmpty();
        (await tracker.Public.GetJsonAsync($"/api/actors/{actor}"))["name"]!.GetValue<string>().Should().Be("Second");
        (await tracker.EventTypesAsync($"claim:{claim}")).Should().Equal("claim-recorded", "claim-corrected", "claim-retracted");
    }

    [Fact]
    public async Task The_first_of_two_claims_with_one_id_is_recorded_also_where_it_has_to_wait()
    {
        var (source, claim, topic) = (await tracker.RecordCatalogueAsync(), Guid.NewGuid(), Unique("t"));

        var (report, told) = await tracker.ImportAsync(Lines.Claim(source, claim, topic), Lines.Claim(source, claim), Lines.Topic(topic));

        report.Should().Be(new ImportReport(2, 0, 1, 0));
        told.Should().Equal($"line 2: Claim {claim} is on record with other content; correct it, or choose another id.");
    }

    [Fact]
    public async Task What_waits_goes_on_when_its_line_comes_that_is_on_record_already()
    {
        var (source, claim, topic) = (await tracker.RecordCatalogueAsync(), Guid.NewGuid(), Unique("t"));
        var told = new List<ImportResult>();
        var recorded = false;

        await tracker.Importer().RunAsync(ItemsAsync(), told.Add, default);

        recorded.Should().BeTrue("the end did not have to come before");

        async IAsyncEnumerable<ImportItem> ItemsAsync()
        {
            yield return Line(1, Lines.Claim(source, claim, topic));
            yield return Line(2, Lines.Topic(Unique("o")));
            await Eventually.TrueAsync(() => Task.FromResult(told.Count == 1), "the other line is recorded, and the claim waits");
            await tracker.Admin.PutAsync($"/api/topics/{topic}", Samples.Topic("A"));
            yield return Line(3, Lines.Topic(topic));
            await Eventually.TrueAsync(() => Task.FromResult(told.Count == 3), "the topic's line is a repeat, and the claim is recorded");
            recorded = told.TrueForAll(result => result.Because is null);
        }
    }

    private static string Unique(string prefix) => $"{prefix}{Guid.NewGuid():N}";

    private static ImportStep Line(long number, string line) => ImportLines.Step(number, line);
}
