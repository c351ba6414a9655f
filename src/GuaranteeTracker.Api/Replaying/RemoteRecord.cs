using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Records in a service over HTTP.</summary>
internal sealed class RemoteRecord : IRecordTarget, IDisposable
{
    private const int Attempts = 5;

    private readonly HttpClient _http;

    /// <param name="url">The service's PublicUrl.</param>
    public RemoteRecord(Uri url, string? key)
    {
        _http = new HttpClient { BaseAddress = new Uri($"{url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/") };
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<StepResult> SendAsync(SeedStep step, CancellationToken cancellation)
    {
        if (step.Version is { } version && !step.OnlyCreates)
        {
            return await MakeAsync(step, version, cancellation);
        }

        using var response = await SendAsync(step, null, cancellation);
        if (step.Changes && response.StatusCode == HttpStatusCode.PreconditionRequired)
        {
            using var changed = await SendAsync(step, "*", cancellation);
            return await ResultAsync(changed, isNew: true, cancellation);
        }

        return await ResultAsync(response, isNew: response.StatusCode == HttpStatusCode.Created, cancellation);
    }

    public async Task<JsonObject> PictureAsync(string asOf, CancellationToken cancellation)
    {
        using var response = await GetAsync($"/api/picture?asOf={Uri.EscapeDataString(asOf)}", cancellation);
        return response.IsSuccessStatusCode
            ? await ReadAsync(response, cancellation)
            : throw new SeedException(await ExplainAsync(response, cancellation));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Looks what is there, and sends the step where its version is the next; again, where somebody was faster.</summary>
    private async Task<StepResult> MakeAsync(SeedStep step, long version, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var found = await GetAsync(RemoteVersions.PathOf(step), cancellation);
            if (!found.IsSuccessStatusCode && found.StatusCode != HttpStatusCode.NotFound)
            {
                return await ResultAsync(found, isNew: false, cancellation);
            }

            var shown = found.IsSuccessStatusCode ? await ReadAsync(found, cancellation) : null;
            var current = shown is null ? 0 : RemoteVersions.VersionOf(shown);
            if (current >= version)
            {
                return new(false, RemoteVersions.AreTheSame(step, version, shown!) ? null : Problems.VersionTaken(version).Detail);
            }

            if (current < version - 1)
            {
                return new(false, Problems.VersionMissing(current, version).Detail);
            }

            using var response = await SendAsync(step, current == 0 ? null : Precondition.Tag(current), cancellation);
            if (response.StatusCode == HttpStatusCode.PreconditionFailed && attempt < Attempts)
            {
                continue;
            }

            return response.IsSuccessStatusCode && RemoteVersions.VersionOf(await ReadAsync(response, cancellation)) < version
                ? new(false, Problems.VersionNotMade(version).Detail)
                : await ResultAsync(response, isNew: true, cancellation);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(SeedStep step, string? ifMatch, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(step.Method, step.Path.TrimStart('/')) { Content = JsonContent.Create(step.Body, options: Json.Options) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await SendAsync(request, cancellation);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.TrimStart('/'));
        return await SendAsync(request, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await _http.SendAsync(request, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new SeedException($"{_http.BaseAddress} cannot be reached: {e.Message}", e);
        }
    }

    /// <exception cref="SeedException">The service fails, or does not know the key: so it would with all that follows.</exception>
    private static async Task<StepResult> ResultAsync(HttpResponseMessage response, bool isNew, CancellationToken cancellation) => response switch
    {
        { IsSuccessStatusCode: true } => new(isNew, null),
        { StatusCode: HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError } => throw new SeedException(await ExplainAsync(response, cancellation)),
        _ => new(false, await ExplainAsync(response, cancellation)),
    };

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(Json.Options, cancellation))!;

    private static async Task<string> ExplainAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}";
        try
        {
            return await response.Content.ReadFromJsonAsync<ProblemAnswer>(Json.Options, cancellation) is { } problem
                ? $"{status}. {Refusals.Describe(problem.Detail, problem.Errors)}"
                : status;
        }
        catch (JsonException)
        {
            return status; // not from this service: its status is all there is to tell
        }
    }
}
