using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>One recording route, with the body that its description shows.</summary>
internal sealed record RecordingRoute(string Operation, HttpMethod Method, string Path)
{
    public string Example => Examples.Requests[Operation];

    /// <summary>The example with its first text exchanged for some JSON, whatever it is.</summary>
    public (string Name, string Body) WithFirstMember(string json)
    {
        var body = JsonNode.Parse(Example)!.AsObject();
        var name = body.FirstOrDefault(member => member.Value!.GetValueKind() == JsonValueKind.String, body.First()).Key;
        body[name] = "VALUE";
        return (name, body.ToJsonString().Replace("\"VALUE\"", json, StringComparison.Ordinal));
    }

    /// <summary>Every recording route there is; the description of the service says so, too.</summary>
    public static IReadOnlyList<RecordingRoute> All { get; } =
    [
        new("setActor", HttpMethod.Put, "/api/actors/{id}"),
        new("setTopic", HttpMethod.Put, "/api/topics/{id}"),
        new("registerSource", HttpMethod.Post, "/api/sources"),
        new("withdrawSource", HttpMethod.Post, "/api/sources/{id}/withdrawal"),
        new("recordClaim", HttpMethod.Post, "/api/claims"),
        new("recordClaims", HttpMethod.Post, "/api/claims:batch"),
        new("correctClaim", HttpMethod.Post, "/api/claims/{id}/correction"),
        new("retractClaim", HttpMethod.Post, "/api/claims/{id}/retraction"),
        new("disputeClaim", HttpMethod.Post, "/api/claims/{id}/dispute"),
        new("resolveDispute", HttpMethod.Post, "/api/claims/{id}/dispute/resolution"),
        new("recordEncounter", HttpMethod.Post, "/api/encounters"),
        new("correctEncounter", HttpMethod.Post, "/api/encounters/{id}/correction"),
        new("erase", HttpMethod.Post, "/api/erasures"),
    ];

    /// <summary>Sends bytes that may be anything; a null content type sends none.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient caller, byte[] body, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var request = new HttpRequestMessage(Method, Path.Replace("{id}", "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f", StringComparison.Ordinal)) { Content = content };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        foreach (var (name, value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || content.Headers.TryAddWithoutValidation(name, value);
        }

        return await caller.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpClient caller, string body) => SendAsync(caller, Encoding.UTF8.GetBytes(body));
}
