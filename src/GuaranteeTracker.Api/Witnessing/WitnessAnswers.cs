using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Witnessing;

/// <summary>Serves what a witness cosigned last, for whoever wants to compare.</summary>
internal static class WitnessAnswers
{
    public static WebApplication Build(Uri listen, WitnessFolder folder, NoteKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen.ToString()).ConfigureKestrel(server => server.AddServerHeader = false);
        var app = builder.Build();
        app.MapGet("/checkpoint", async (CancellationToken cancellation) =>
            await folder.LastAsync(cancellation) is { } note ? Results.Text(note) : Results.NotFound());
        app.MapGet("/key", () => Results.Text($"{key}\n"));
        return app;
    }
}
