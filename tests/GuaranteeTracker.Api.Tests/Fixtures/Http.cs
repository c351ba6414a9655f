using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>HTTP in one line, for tests that read as sentences.</summary>
internal static class Http
{
    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, JsonNode body, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Post, path, body.ToJsonString(), headers);

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, JsonNode body, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Put, path, body.ToJsonString(), headers);

    /// <summary>A body just as given, which may be anything but JSON.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    public static async Task<JsonObject> GetJsonAsync(this HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonObject>(path))!;

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>())!;
}
