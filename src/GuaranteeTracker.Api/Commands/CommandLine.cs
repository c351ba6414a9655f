using System.CommandLine;

namespace GuaranteeTracker.Api.Commands;

/// <summary>The executable's commands. Without one it serves, and its arguments are settings.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var commands = new RootCommand("GuaranteeTracker: who said what about security guarantees for Ukraine, when, in which words, and who says so.")
        {
            ServeCommand.Make(),
            ReplayCommand.Make(),
            ExportCommand.Make(),
            ImportCommand.Make(),
            RebuildCommand.Make(),
            MigrateCommand.Make(),
            EraseCommand.Make(),
            KeysCommand.Make(),
            VerifyCommand.Make(),
            WitnessCommand.Make(),
        };
        commands.TreatUnmatchedTokensAsErrors = false;
        commands.SetAction((parsed, cancellation) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], cancellation));
        return await commands.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync(); // --key @file is our own
    }
}
