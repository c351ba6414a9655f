using System.CommandLine;
using System.Diagnostics;
using GuaranteeTracker.Api;
using GuaranteeTracker.Api.Commands;

namespace GuaranteeTracker.Benchmarks.Generating;

/// <summary><c>generate</c>: fills an empty store with a record of any size, always the same one.</summary>
internal static class GenerateCommand
{
    private const string AnyEvents = $"select exists (select from {EventStore.Schema}.mt_events)";

    public static Command Make()
    {
        var claims = new Option<long>("--claims") { Description = "How many claims, about: 100000, 1000000 or 10000000.", DefaultValueFactory = _ => 100_000 };
        var command = new Command("generate", "Fill an empty store with a record of this size: the same one each time.") { claims };
        Place.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(Place.Of(parsed), new Scale(parsed.GetValue(claims)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Place place, Scale scale, CancellationToken cancellation)
    {
        await using var store = await LocalStore.OpenAsOwnerAsync([.. place.Settings], cancellation);
        await using (var look = store.Source.CreateCommand(AnyEvents))
        {
            if (await look.ExecuteScalarAsync(cancellation) is true)
            {
                await Console.Error.WriteLineAsync("There are events in this store; generate fills an empty one.");
                return 1;
            }
        }

        var (generator, watch, next) = (new Generator(new Encoder(store.Marten), scale), Stopwatch.StartNew(), 0L);
        await generator.RunAsync(
            store.Source,
            done =>
            {
                if (done >= next)
                {
                    next += Math.Max(1, scale.Claims / 20);
                    Console.Error.WriteLine($"{done} claims, {watch.Elapsed.TotalSeconds:0.0} s");
                }
            },
            cancellation);
        var (all, copying) = (watch.Elapsed.TotalSeconds, generator.Copying.TotalSeconds);
        Console.WriteLine(
            $"{generator.Claims} claims, {generator.Events} events in {all:0.0} s: {generator.Events / all:0} events/s; copied in {copying:0.0} s: {generator.Events / copying:0} events/s, indexes and statistics in {all - copying:0.0} s; "
            + $"this process was busy for {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s");
        return 0;
    }
}
