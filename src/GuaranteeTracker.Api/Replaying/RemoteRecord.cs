using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Replays to a service over HTTP.</summary>
internal sealed class RemoteRecord : IRecordTarget, IDisposable
{
    private readonly HttpClient _http;

    /// <param name="url">The service's PublicUrl.</param>
    public RemoteRecord(Uri url, string? key)
    {
        _http = new HttpClient { BaseAddress = new Uri($"{url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/") };
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<StepResult> SendAsync(SeedStep step, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(step.Method, step.Path.TrimStart('/')) { Content = JsonContent.Create(step.Body, options: Json.Options) };
        using var response = await SendAsync(request, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.Created => new(true, null),
            HttpStatusCode.OK => new(false, null),
            _ => new(false, await ExplainAsync(response, cancellation)),
        };
    }

    public async Task<JsonObject> PictureAsync(string asOf, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/picture?asOf={Uri.EscapeDataString(asOf)}");
        using var response = await SendAsync(request, cancellation);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<JsonObject>(Json.Options, cancellation))!
            : throw new SeedException(await ExplainAsync(response, cancellation));
    }

    public void Dispose() => _http.Dispose();

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
