using System.Text;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Moving;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>The first line that is refused or lost is the last: nothing after it is recorded.</summary>
public sealed class StrictImports(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string> Bad => new() { "nonsense", """{"type":"dispute","id":"7","reason":"Why?"}""" };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_came_before_stays_and_nothing_after_is_recorded(string bad)
    {
        var topics = Enumerable.Range(0, 20).Select(_ => Unique()).ToList();
        var before = await tracker.EventsAsync();

        var (results, last) = await tracker.Admin.ImportLinesAsync([.. topics[..5].Select(id => Lines.Topic(id)), bad, .. topics[5..].Select(id => Lines.Topic(id))], "?strict=true");

        results.Should().HaveCount(6).And.OnlyContain(result => result["line"]!.GetValue<int>() <= 6);
        (last["result"]!.GetValue<string>(), last["recorded"]!.GetValue<int>()).Should().Be(("stopped", 5));
        (await tracker.EventsAsync()).Should().Be(before + 5);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Who_sends_line_by_line_hears_of_it_at_once(string bad)
    {
        await using var import = await OpenImport.BeginAsync(tracker, "?strict=true");
        await import.SendAsync(Lines.Topic(Unique()));
        await import.NextAsync();
        await import.SendAsync(bad);

        (await import.RestAsync()).Select(line => line["result"]!.GetValue<string>()).Should().HaveCount(2).And.HaveElementAt(1, "stopped");
        await import.EndAsync();
    }

    [Fact]
    public async Task Who_sends_megabytes_before_reading_hears_of_a_fault_in_the_first_line()
    {
        using var remote = tracker.RemoteImporter(isStrict: true);
        var results = new List<ImportResult>();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("nonsense\n" + string.Concat(Enumerable.Repeat(Lines.Topic(Unique()) + "\n", 200_000))));

        var report = await remote.RunAsync(input, results.Add, default);

        report.Should().Be(new ImportReport(0, 0, 0, 1));
        results.Should().ContainSingle().Which.Where.Should().Be("line 1");
    }

    [Fact]
    public async Task Also_where_lines_are_saved_each_for_itself()
    {
        var source = await tracker.RecordCatalogueAsync();
        var before = await tracker.EventsAsync();
        await tracker.QueryAsync<int>("create function fail() returns trigger language plpgsql as $$ begin if new.stream_id = 'topic:cursed' then raise exception 'It is cursed.'; end if; return new; end $$; create trigger fail before insert on guaranteetracker.mt_events for each row execute function fail(); select 1");

        var importer = tracker.Importer(isStrict: true);
        var report = await importer.RunAsync(ItemsAsync(), _ => { }, default);
        await tracker.QueryAsync<int>("drop trigger fail on guaranteetracker.mt_events; select 1");

        importer.IsStopped.Should().BeTrue();
        report.Should().Be(new ImportReport(1, 0, 1, 0));
        (await tracker.EventsAsync()).Should().Be(before + 1);

        async IAsyncEnumerable<ImportItem> ItemsAsync()
        {
            await Task.CompletedTask;
            yield return ImportLines.Step(1, Lines.Topic(Unique()));
            yield return ImportLines.Step(2, Lines.Topic("cursed"));
            yield return ImportLines.Step(3, Lines.Claim(source, Guid.NewGuid()));
        }
    }

    private static string Unique() => $"t{Guid.NewGuid():N}";
}
