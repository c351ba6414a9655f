using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Importing;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class DescriptionOverHttp(Tracker tracker) : IClassFixture<Tracker>
{
    private static readonly int[] RecordingProblems = [400, 401, 403, 409, 412, 413, 415, 422, 428, 429, 503];

    [Fact]
    public async Task The_description_is_OpenAPI_3_1_with_the_configured_address()
    {
        var description = await tracker.Public.GetJsonAsync("/openapi/v1.json");

        description["openapi"]!.GetValue<string>().Should().StartWith("3.1.");
        description["info"]!["title"]!.GetValue<string>().Should().Be("GuaranteeTracker");
        description["servers"]![0]!["url"]!.GetValue<string>().Should().StartWith("https://tracker.example.org");
    }

    [Fact]
    public async Task Every_route_of_the_API_is_described()
    {
        var described = (await OperationsAsync()).Select(operation => operation.Route);
        var routes = tracker.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal) || endpoint.RoutePattern.RawText.StartsWith("/problems", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (endpoint, method) => $"{method} {endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).TrimEnd('/')}")
            .Where(route => !route.StartsWith("HEAD", StringComparison.Ordinal));

        described.Should().Contain(routes);
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_a_summary()
    {
        var operations = await OperationsAsync();

        operations.Select(operation => operation.Content["operationId"]!.GetValue<string>()).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        operations.Should().OnlyContain(operation => operation.Content["summary"]!.GetValue<string>().Length > 0);
    }

    [Fact]
    public async Task Every_recording_operation_has_an_example_and_its_problems()
    {
        var operations = (await OperationsAsync()).ToDictionary(operation => operation.Content["operationId"]!.GetValue<string>(), operation => operation);
        operations.Values.Where(operation => operation.Content["requestBody"] is not null).Select(operation => operation.Route)
            .Should().BeEquivalentTo(RecordingRoute.All.Select(route => $"{route.Method} {route.Path}").Concat(["POST /api/import", "POST /api/keys", "POST /api/keys/{id}/revocation"]), "what has a body records, or administers keys");

        foreach (var route in RecordingRoute.All)
        {
            var operation = operations[route.Operation].Content;
            JsonNode.DeepEquals(operation["requestBody"]!["content"]!["application/json"]!["example"], JsonNode.Parse(route.Example)).Should().BeTrue(route.Operation);
            var answers = operation["responses"]!.AsObject();
            foreach (var status in RecordingProblems)
            {
                answers[$"{status}"]!["content"]!.AsObject().Should().ContainSingle().Which.Key.Should().Be("application/problem+json");
            }

            operation["security"]!.AsArray().Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var description = await tracker.Public.GetJsonAsync("/openapi/v1.json");

        foreach (var reference in References(description))
        {
            reference.Should().StartWith("#/");
            JsonNode? target = description;
            foreach (var step in reference[2..].Split('/'))
            {
                target = target?[step];
            }

            target.Should().NotBeNull("{0} is referred to", reference);
        }
    }

    [Fact]
    public async Task The_event_log_is_described_in_both_its_formats_and_needs_a_key()
    {
        var log = (await tracker.Public.GetJsonAsync("/openapi/v1.json"))["paths"]!["/api/events"]!["get"]!;

        log["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key).Should().Equal("application/x-ndjson", "text/event-stream");
        log["parameters"]!.AsArray().Select(parameter => $"{parameter!["in"]} {parameter["name"]}").Should().Equal("query after", "query limit", "query format", "query leaf", "header Last-Event-ID");
        log["security"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task What_needs_a_key_says_so_and_nothing_else()
    {
        await using var closed = await AnotherNode.StartAsync(tracker, "--GuaranteeTracker:PublicReading=false", "--GuaranteeTracker:Daemon=Disabled");

        var open = await SecuredAsync(tracker.Public);

        open.Should().Contain(["addKey", "revokeKey", "listKeys", "recordClaim", "listEvents", "getSourceText"]).And.NotContain(["getPicture", "listClaims"]);
        (await SecuredAsync(closed.Public)).Should().Contain(open).And.Contain(["getPicture", "listClaims"]);
    }

    private static async Task<List<string>> SecuredAsync(HttpClient caller) =>
    [
        .. (await caller.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Value!["security"] is JsonArray { Count: > 0 }).Select(operation => operation.Value!["operationId"]!.GetValue<string>()),
    ];

    [Fact]
    public async Task An_import_is_described_with_lines_that_work_and_what_is_answered_to_each()
    {
        await tracker.RecordCatalogueAsync();

        var import = (await tracker.Public.GetJsonAsync("/openapi/v1.json"))["paths"]!["/api/import"]!["post"]!;

        var example = import["requestBody"]!["content"]!.AsObject().Should().ContainSingle().Which;
        example.Key.Should().Be("application/x-ndjson");
        var (results, last) = await tracker.Admin.ImportLinesAsync([example.Value!["example"]!.GetValue<string>()]);
        results.Should().HaveCount(2).And.OnlyContain(result => result["problem"] == null);
        var shapes = import["responses"]!["200"]!["content"]!["application/x-ndjson"]!["schema"]!["oneOf"]!.AsArray().Select(shape => shape!.ToJsonString()).ToList();
        shapes.Should().HaveCount(2);
        shapes[0].Should().Contain("ResultLine");
        last.Select(member => member.Key).Should().OnlyContain(member => shapes[1].Contains($"\"{member}\"", StringComparison.Ordinal));
        import["responses"]!.AsObject().Select(answer => answer.Key).Should().Equal("200", "400", "401", "403", "415", "429", "503");
        import["parameters"]!.AsArray().Select(parameter => $"{parameter!["in"]} {parameter["name"]}").Should().Equal("query strict");
        import["security"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Figures_are_numbers()
    {
        var schemas = (await tracker.Public.GetJsonAsync("/openapi/v1.json"))["components"]!["schemas"]!;

        schemas["TermInput"]!["properties"]!["amount"]!["type"]!.AsArray().Select(type => type!.GetValue<string>()).Should().BeEquivalentTo("null", "number");
        schemas["Money"]!["properties"]!["amount"]!["type"]!.GetValue<string>().Should().Be("number");
    }

    [Fact]
    public async Task The_examples_are_accepted_in_an_order_that_records_what_they_refer_to()
    {
        var source = await tracker.RecordCatalogueAsync("Leaders met. We're willing to help them with things, especially, probably ... by air, he said.");
        await tracker.Admin.PutAsync("/api/actors/volodymyr-zelensky", Samples.Actor("Volodymyr Zelensky", "person")).ShouldBeCreatedAsync("/api/actors/volodymyr-zelensky");

        foreach (var operation in new[] { "registerSource", "recordClaim", "recordEncounter" })
        {
            var route = RecordingRoute.All.Single(route => route.Operation == operation);
            var body = route.Example.Replace("dcb73d2d-251b-409c-8d6c-85f94c8576c5", source.ToString(), StringComparison.Ordinal);
            using var response = await tracker.Admin.SendAsync(route.Method, route.Path, body);
            response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task The_description_can_be_browsed()
    {
        using var response = await tracker.Public.GetAsync("/docs");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        Refusing.ShouldBeSafe(response);
        (await response.Content.ReadAsStringAsync()).Should().NotContain("https://cdn", "it is served from here");
    }

    private async Task<List<(string Route, JsonObject Content)>> OperationsAsync() =>
    [
        .. from path in (await tracker.Public.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where operation.Key != "parameters"
           select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!.AsObject()),
    ];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
