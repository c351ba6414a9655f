using System.Globalization;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Recording.Saving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>How long lines wait for what they refer to.</summary>
public sealed class WindowOfInput(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Short = WaitingSteps.Least;

    [Fact]
    public void A_step_waits_until_more_than_the_window_was_read_since()
    {
        var waiting = new WaitingSteps(10 * Short);
        waiting.Read(Short);
        var entry = Waiting("topic-a");
        waiting.Add(entry);

        waiting.Read(10 * Short);
        waiting.TakeOld(all: false).Should().BeEmpty("just the window was read");
        waiting.Read(1);

        waiting.TakeOld(all: false).Should().Equal([entry], "a short line counts as much as one of a kilobyte");
        entry.Insists.Should().BeTrue();
        waiting.TakeOld(all: true).Should().BeEmpty();
        waiting.TakeFor(Awaited.Begun("topic:topic-a")).Should().BeEmpty("it waits no more");
    }

    [Fact]
    public void Those_that_wait_are_woken_by_the_version_that_they_wait_for_in_the_order_of_the_input_with_those_that_wait_for_them()
    {
        var waiting = new WaitingSteps();
        var (third, second, other, fourth) = (Waiting("t", 3), Waiting("t", 2), Waiting("t", 7), Waiting("t", 4));
        foreach (var entry in (ImportEntry[])[fourth, third, second, other])
        {
            waiting.Add(entry);
        }

        waiting.TakeFor(Awaited.Begun("topic:else")).Should().BeEmpty();
        waiting.TakeFor(Awaited.Begun("topic:t")).Should().Equal(second, third, fourth);
        waiting.TakeOld(all: true).Should().Equal(other);
    }

    [Fact]
    public async Task Beyond_the_window_a_step_is_decided_as_things_are_and_within_it_when_it_can_be()
    {
        var results = new List<ImportResult>();
        var (late, early) = ($"t{Guid.NewGuid():N}", $"t{Guid.NewGuid():N}");
        var source = await tracker.RecordCatalogueAsync();
        var run = await RunAsync(results, 10 * Short);

        await run.TakeAsync([ImportLines.Step(1, Lines.Claim(source, Guid.NewGuid(), late)), ImportLines.Step(2, Lines.Claim(source, Guid.NewGuid(), early))], default);
        results.Should().BeEmpty();
        await run.TakeAsync([ImportLines.Step(3, Lines.Topic(early))], default);
        results.Select(result => result.Where).Should().BeEquivalentTo("line 2", "line 3");
        await run.TakeAsync([.. Enumerable.Range(4, 10).Select(line => ImportLines.Step(line, Lines.Topic($"t{Guid.NewGuid():N}")))], default);
        await run.TakeAsync([ImportLines.Step(14, Lines.Topic(late))], default);
        await run.EndAsync(default);

        results.Should().ContainSingle(result => result.Because != null).Which.Where.Should().Be("line 1");
        run.Report.Should().Be(new ImportReport(13, 0, 1, 0));
    }

    private static int _order;

    private static ImportEntry Waiting(string topic, long? version = null)
    {
        var step = ImportLines.Step(1, Lines.Topic(topic, version: version));
        return new(step, StepRequests.Of(step.Step, DateTime.UtcNow), step.Step.ContextOf(new(Guid.Empty, "", "")), null)
        {
            Order = Interlocked.Increment(ref _order), WaitsFor = new(string.Create(CultureInfo.InvariantCulture, $"topic:{topic}"), version - 1 ?? 1),
        };
    }

    private async Task<ImportRun> RunAsync(List<ImportResult> results, long window)
    {
        var errand = ImportErrand.ByCommand(isStrict: false);
        var analyst = await tracker.Services.GetRequiredService<AnalystDirectory>().IdOfAsync(Errand.Import.Analyst, default);
        return new(
            new Saver(tracker.Services.GetRequiredService<ImportTransaction>()), tracker.Services.GetRequiredService<ImportPace>(), new ImportEntries(errand, analyst, TimeProvider.System, tracker.Services.GetRequiredService<QuoteFinder>()),
            NullLogger.Instance, results.Add, errand, window);
    }
}
