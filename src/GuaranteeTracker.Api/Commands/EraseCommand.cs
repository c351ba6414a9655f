using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Erasing;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;
using Npgsql;

namespace GuaranteeTracker.Api.Commands;

/// <summary><c>erase</c>: removes a name, a label or a text for good.</summary>
internal static class EraseCommand
{
    /// <summary>Who does it, where nobody says so.</summary>
    private const string Somebody = "operator";

    public static Command Make()
    {
        var kind = new Argument<string>("kind") { Description = "analyst (the name), key (the label) or source-text." };
        var subject = new Argument<string>("id") { Description = "The analyst's pseudonym, the key's id, or the id of a source with the text." };
        var reason = new Option<string>("--reason") { Required = true, Description = "Why, for everybody to read: without naming what is erased." };
        var by = new Option<string?>("--by") { Description = $"The name of who erases it, kept as a pseudonym; without it, {Somebody}. Not with --url: the key says who." };
        var (url, key) = (CommandParts.MakeUrl("Send"), CommandParts.MakeKey());
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of words." };
        kind.AcceptOnlyFromAmong([.. EnumWords.All<ErasureKind>()]);
        var command = new Command("erase", "Remove an analyst's name, a key's label or a source's text for good; no event changes, and the fact stays.") { kind, subject, reason, by, url, key, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            new() { Kind = parsed.GetValue(kind), Subject = parsed.GetValue(subject), Reason = parsed.GetValue(reason) },
            new(parsed.GetValue(by), parsed.GetValue(url), parsed.GetValue(key), parsed.GetValue(json)),
            [.. parsed.UnmatchedTokens],
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Erase request, EraseOptions options, string[] settings, CancellationToken cancellation)
    {
        try
        {
            CommandParts.RefuseSlips("erase", settings);
            var (isNew, erasure) = options.Url is { } url
                ? await SendAsync(url, request, options, cancellation)
                : await EraseAsync(request, options.By ?? Somebody, settings, cancellation);
            await Console.Out.WriteLineAsync(options.Json
                ? new JsonObject { ["new"] = isNew, ["erasure"] = erasure }.ToJsonString(Json.Options)
                : Describe(isNew, erasure));
            return 0;
        }
        catch (Exception e) when (e is UnusableInputException or StartException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync(e is NpgsqlException ? $"The database failed, and perhaps nothing was erased: {e.Message} Run it again." : e.Message);
            return 1;
        }
    }

    private static async Task<(bool IsNew, JsonObject Erasure)> EraseAsync(Erase request, string by, string[] settings, CancellationToken cancellation)
    {
        await using var local = await LocalStore.OpenAsync(settings, cancellation);
        var analyst = await local.Analysts.IdOfAsync(by, cancellation);
        return await local.Eraser.EraseAsync(request, new(new(analyst, "erase", Guid.CreateVersion7().ToString())), cancellation) switch
        {
            Outcome.Recorded recorded => (recorded.IsNew, JsonNode.Parse(recorded.Answer.Body)!.AsObject()),
            Outcome.Refused { Problem: var problem } => throw new UnusableInputException(Refusals.Describe(problem.Detail, problem.Errors)),
            var other => throw new NotSupportedException($"{other.GetType().Name} is no result."),
        };
    }

    private static async Task<(bool IsNew, JsonObject Erasure)> SendAsync(Uri url, Erase request, EraseOptions options, CancellationToken cancellation)
    {
        if (options.By is not null)
        {
            throw new UnusableInputException("--by does not go with --url: the key says who erases it.");
        }

        using var service = new RemoteService(url, await CommandParts.KeyAsync(options.Key, cancellation));
        using var response = await service.PostAsync(ErasureList.Path.TrimStart('/'), JsonContent.Create(request, options: Json.Options), cancellation);
        return response.IsSuccessStatusCode
            ? (response.StatusCode == HttpStatusCode.Created, await service.ReadAsync(response, cancellation))
            : throw new UnusableInputException(await RemoteService.ExplainAsync(response, cancellation));
    }

    private static string Describe(bool isNew, JsonObject erasure) => string.Join('\n',
    [
        $"{(isNew ? "Erased" : "It was erased already")}: {erasure["kind"]} {erasure["subject"]}, at {erasure["at"]}",
        .. erasure["sources"] is JsonArray sources ? [$"Without their text: {string.Join(", ", sources.Select(source => $"{source}"))}"] : Array.Empty<string>(),
    ]);

    private sealed record EraseOptions(string? By, Uri? Url, string? Key, bool Json);
}
