using System.CommandLine;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>serve</c>: what the executable does when no command is given.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serve HTTP. Arguments are settings: --urls http://localhost:8080 --GuaranteeTracker:PublicReading=false")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        try
        {
            await using var server = await Server.BuildAsync(settings, cancellation);
            await server.App.RunAsync(cancellation);
            return 0;
        }
        catch (StartException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
