using System.CommandLine;
using GuaranteeTracker.Api.Hosting;
using Microsoft.AspNetCore.Connections;

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
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Stop what listens there, or choose another address with --urls.");
            return 1;
        }
    }
}
