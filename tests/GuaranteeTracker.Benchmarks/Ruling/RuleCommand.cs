using System.CommandLine;
using BenchmarkDotNet.Running;
using GuaranteeTracker.Benchmarks.Generating;

namespace GuaranteeTracker.Benchmarks.Ruling;

/// <summary><c>rule</c>: what one topic's picture costs at random (D, K), from memory, beside reading it ready-made from PostgreSQL.</summary>
internal static class RuleCommand
{
    private const int Questions = 500;

    public static Command Make()
    {
        var claims = new Option<long[]>("--claims")
        {
            Description = "The sizes of the record.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [100_000, 1_000_000, 10_000_000],
        };
        var all = new Option<long>("--all-topics") { Description = "The size of the record of which all topics are held in memory; 0 for none.", DefaultValueFactory = _ => 1_000_000 };
        var precise = new Option<bool>("--precise") { Description = "By BenchmarkDotNet, one topic only; takes minutes." };
        var command = new Command("rule", "Measure a topic's picture from memory beside its floor in PostgreSQL.") { claims, all, precise };
        command.SetAction((parsed, cancellation) => parsed.GetValue(precise)
            ? Task.FromResult(Precise())
            : RunAsync(parsed.GetValue(claims)!, parsed.GetValue(all), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(long[] sizes, long all, CancellationToken cancellation)
    {
        await using var server = await FloorServer.StartAsync(cancellation);
        using var floor = await Floor.OpenAsync(server.Source, cancellation);
        foreach (var claims in sizes)
        {
            var record = Timelines.Read(new(claims), topic => topic == World.Topic(0));
            Compare($"{claims} claims, one topic", Subject.Of(record, [World.Topic(0)]), floor, record.Last);
            Memory.MeasureChanges(record, Console.Out);
        }

        if (all > 0)
        {
            var record = Timelines.Read(new(all), _ => true);
            Compare($"{all} claims, a random topic of all", new Subject(Memory.Measure(record, Console.Out), record.Catalogue.Mandates), floor, record.Last);
        }

        return 0;
    }

    private static void Compare(string title, Subject subject, Floor floor, long last)
    {
        var questions = Question.Many(Questions, subject.Topics, last);
        new RatioTable(title, Questions)
            .Add("floor: scan of the ready picture", i => floor.Read(questions[i]))
            .Add("outline", i => subject.Outline(questions[i]))
            .Add("cells", i => subject.Cells(questions[i]))
            .Add("cells as JSON", i => subject.Bytes(questions[i]))
            .Run(Console.Out);
    }

    private static int Precise()
    {
        BenchmarkSwitcher.FromTypes([typeof(RuleBenchmarks), typeof(TimelineBenchmarks)]).RunAll(Precision.Config);
        return 0;
    }
}
