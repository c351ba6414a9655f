using System.CommandLine;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary><c>ledger</c>: what the ledger adds to recording.</summary>
internal static class LedgerCommand
{
    public static Command Make()
    {
        var (service, data) = (IngestCommand.MakeService(), IngestCommand.MakeData());
        var rounds = new Option<int>("--rounds") { Description = "Rounds, after one to warm up.", DefaultValueFactory = _ => 7 };
        var claims = new Option<int>("--claims") { Description = "Claims recorded in each round, in batches of 1,000.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("ledger", "Measure what leaves, tiles, roots and signatures cost, beside all that recording costs.") { service, data, rounds, claims };
        command.SetAction(async (parsed, cancellation) =>
        {
            await new LedgerCost(parsed.GetValue(service)!, parsed.GetValue(data)!, parsed.GetValue(rounds), parsed.GetValue(claims)).RunAsync(Console.Out, cancellation);
            return 0;
        });
        return command;
    }
}
