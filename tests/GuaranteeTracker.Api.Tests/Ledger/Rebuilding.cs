using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rebuilding;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary><c>rebuild</c>, beside a service that goes on.</summary>
public sealed class Rebuilding(Tracker tracker) : IClassFixture<Tracker>
{
    private string Database => $"--ConnectionStrings:GuaranteeTrackerOwner={tracker.OwnerConnectionString}";

    [Fact]
    public async Task While_eight_write_it_ends_equal_and_changes_no_answer()
    {
        var subject = await Subject.RecordAsync(tracker);
        await Writers.RecordAsync(subject, writers: 8, claimsEach: 10);
        var known = await tracker.SettleAsync();
        string[] pinned = [$"asOf=2025-08-20&knownAt=seq:{known}", $"asOf=2025-08-10&knownAt=seq:{known / 2}", $"asOf=2025-08-20&knownAt={(await tracker.NowAsync()).Write()}"];
        var before = await Task.WhenAll(pinned.Select(subject.PictureAsync));

        var writing = Writers.RecordAsync(subject, writers: 8, claimsEach: 40);
        var reports = new List<RebuildReport>();
        while (!writing.IsCompleted)
        {
            reports.Add(await RebuildAsync());
        }

        await writing;
        reports.Should().OnlyContain(report => report.Differences.Count == 0);
        await tracker.SettleAsync();
        await tracker.RowsShouldBeSoundAsync();
        (await Task.WhenAll(pinned.Select(subject.PictureAsync))).Should().Equal(before);
        (await tracker.Public.GetStringAsync("/health/ready")).Should().Contain("\"schema\":\"Healthy\"", "all has the names that are configured");
    }

    [Fact]
    public async Task Rows_that_somebody_falsified_are_found_and_put_right()
    {
        var subject = await Subject.RecordAsync(tracker);
        await Writers.RecordAsync(subject, writers: 2, claimsEach: 10);
        await tracker.SettleAsync();
        await tracker.QueryAsync<int>(
            $"""
            update {Tables.ClaimVersions} set stance = stance - 1 where (claim, recorded) = (select claim, recorded from {Tables.ClaimVersions} where stance > 0 limit 1);
            delete from {Tables.ClaimVersions} where (claim, recorded) = (select claim, recorded from {Tables.ClaimVersions} order by recorded desc limit 1);
            insert into {Tables.Catalogue} select sequence + 1000000, known, type, data from {Tables.Catalogue} limit 1;
            update {Tables.ClaimListing} set words = to_tsvector('english', 'another') where (claim, recorded) = (select claim, recorded from {Tables.ClaimListing} limit 1);
            select 1
            """);

        var run = await CommandRun.OfAsync("rebuild", "--json", Database);

        run.ExitCode.Should().Be(1, run.Errors);
        var differences = JsonNode.Parse(run.Output)!["differences"]!.AsArray();
        differences.Select(difference => (difference!["table"]!.GetValue<string>(), difference["rows"]!.GetValue<int>())).Should().Equal(("claim_versions", 2), ("catalogue", 1), ("claim_listing", 1));
        differences.Should().OnlyContain(difference => difference!["sample"]!.GetValue<string>().Length > 0);
        await tracker.RowsShouldBeSoundAsync();

        run = await CommandRun.OfAsync("rebuild", Database);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().EndWith("The rows were as the events say\n");
    }

    [Fact]
    public async Task One_cut_short_changes_nothing_and_the_next_starts_over()
    {
        var subject = await Subject.RecordAsync(tracker);
        await Writers.RecordAsync(subject, writers: 2, claimsEach: 5);
        await tracker.SettleAsync();
        var table = await TableAsync();
        using var cut = new CancellationTokenSource();

        await FluentActions.Awaiting(() => RebuildAsync(_ => cut.Cancel(), cut.Token)).Should().ThrowAsync<OperationCanceledException>();
        await tracker.QueryAsync<int>($"create table if not exists {Tables.ClaimVersions}_new (half integer); select 1"); // as a kill leaves it

        (await TableAsync()).Should().Be(table, "it is the one that served before");
        await tracker.RowsShouldBeSoundAsync();
        (await RebuildAsync()).Differences.Should().BeEmpty();
        (await TableAsync()).Should().NotBe(table);
        (await tracker.QueryAsync<long>($"select count(*) from pg_class where relname like '%\\_new%' and relnamespace = '{EventStore.Schema}'::regnamespace")).Should().Be(0);
    }

    [Fact]
    public async Task A_second_one_at_the_same_time_is_refused()
    {
        await using var other = await tracker.Owner.OpenConnectionAsync();
        await other.ExecuteAsync("select pg_advisory_lock(hashtext('guaranteetracker.rebuild'))", CancellationToken.None);

        var run = await CommandRun.OfAsync("rebuild", Database);

        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain("Another rebuild runs on this database.");
        await other.ExecuteAsync("select pg_advisory_unlock_all()", CancellationToken.None);
    }

    [Fact]
    public async Task An_empty_record_has_no_rows()
    {
        var empty = new Tracker();
        await empty.InitializeAsync();

        var report = await new Rebuild(empty.Owner).RunAsync(_ => { }, CancellationToken.None);

        await empty.DisposeAsync();
        report.Should().Match<RebuildReport>(made => made.Events == 0 && made.Versions == 0 && made.Differences.Count == 0);
    }

    private Task<RebuildReport> RebuildAsync(Action<double>? progress = null, CancellationToken cancellation = default) =>
        new Rebuild(tracker.Owner).RunAsync(progress ?? (_ => { }), cancellation);

    private Task<uint> TableAsync() => tracker.QueryAsync<uint>($"select '{Tables.ClaimVersions}'::regclass::oid");
}
