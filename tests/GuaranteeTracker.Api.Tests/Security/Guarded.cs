using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Security;

/// <summary>Keys that tests make, over HTTP as administrators do.</summary>
internal static class Guarded
{
    public static JsonObject KeyFor(string role, string analyst = "Jane Doe") => new() { ["analyst"] = analyst, ["role"] = role };

    /// <returns>The answer, with the key.</returns>
    public static async Task<JsonObject> AddKeyAsync(this HttpClient admin, JsonObject key)
    {
        using var response = await admin.PostAsync("/api/keys", key);
        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public static async Task<string> AddKeyAsync(this HttpClient admin, string role, string analyst = "Jane Doe") => (await admin.AddKeyAsync(KeyFor(role, analyst))).Text();

    public static async Task<JsonObject> RevokeAsync(this HttpClient admin, JsonObject key)
    {
        using var response = await admin.PostAsync($"/api/keys/{key.Id()}/revocation", new JsonObject());
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    public static string Text(this JsonObject key) => key["key"]!.GetValue<string>();

    public static string Id(this JsonObject key) => key["id"]!.GetValue<string>();

    /// <summary>What is answered to who asks with the key for what readers may see.</summary>
    public static async Task<HttpStatusCode> ReadLogAsync(this HttpClient anybody, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events") { Headers = { Authorization = new("Bearer", key) } };
        using var response = await anybody.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Makes the key's end lie in the past, as waiting would.</summary>
    public static async Task ExpireAsync(this Tracker tracker, JsonObject key) =>
        (await tracker.QueryAsync<Guid>($"update guaranteetracker.keys set expires = clock_timestamp() - interval '1 second' where id = '{key.Id()}' returning id")).Should().NotBeEmpty();
}
