using System.CommandLine;
using GuaranteeTracker.Benchmarks.Generating;

namespace GuaranteeTracker.Benchmarks.Starting;

/// <summary><c>start</c>: from the start of the service's process to its being ready.</summary>
internal static class StartCommand
{
    private const int Rounds = 3;

    public static Command Make()
    {
        var service = new Option<FileInfo>("--service")
        {
            Description = "The built service.", DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "GuaranteeTracker.Api.dll")),
        };
        var command = new Command("start", "Measure how long the service takes to start over a store.") { service };
        Place.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(service)!, Place.Of(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo service, Place place, CancellationToken cancellation)
    {
        if (!service.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no {service}; build the service, or say where it is with --service.");
            return 1;
        }

        for (var round = 1; round <= Rounds; round++)
        {
            await using var process = ServiceProcess.Start(service, place);
            var (live, ready) = (await process.WaitAsync("/health/live", cancellation), await process.WaitAsync("/health/ready", cancellation));
            Console.WriteLine($"round {round}: live after {live.TotalSeconds:0.00} s, ready after {ready.TotalSeconds:0.00} s, stopped in {(await process.StopAsync(cancellation)).TotalSeconds:0.00} s");
        }

        return 0;
    }
}
