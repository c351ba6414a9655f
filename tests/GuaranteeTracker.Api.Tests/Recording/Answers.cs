using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Claims;

namespace GuaranteeTracker.Api.Tests.Recording;

/// <summary>What holds for every answer to a recording.</summary>
internal static class Answers
{
    /// <summary>201 with Location and the entity tag of version 1.</summary>
    public static async Task<JsonObject> ShouldBeCreatedAsync(this Task<HttpResponseMessage> recording, string path)
    {
        using var response = await recording;
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.Created, body);
        response.Headers.Location.Should().Be("https://tracker.example.org" + path);
        return Tagged(response, body);
    }

    /// <summary>200 with the entity tag of this version, and no Location.</summary>
    public static async Task<JsonObject> ShouldBeOkAsync(this Task<HttpResponseMessage> recording, long version)
    {
        using var response = await recording;
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, body);
        response.Headers.Location.Should().BeNull();
        var resource = Tagged(response, body);
        resource["version"]!.GetValue<long>().Should().Be(version, body);
        return resource;
    }

    private static JsonObject Tagged(HttpResponseMessage response, string body)
    {
        Refusing.ShouldBeSafe(response);
        var resource = JsonNode.Parse(body)!.AsObject();
        response.Headers.ETag!.ToString().Should().Be(Changing.Tag(resource["version"]!.GetValue<long>()));
        return resource;
    }
}
