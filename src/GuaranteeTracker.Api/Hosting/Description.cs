using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GuaranteeTracker.Api.Recording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>The OpenAPI 3.1 description at /openapi/v1.json, made from the code.</summary>
internal static class Description
{
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddSchemaTransformer(DescribeWordsAsync);
    });

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "GuaranteeTracker",
            Version = "1",
            Description = "Who said what about security guarantees for Ukraine, when, in which words of which article, and who says so. "
                + "Errors are problem details (RFC 9457); every type is described at the address it gives, and at /problems.",
        };
        document.Servers = [new() { Url = context.ApplicationServices.GetRequiredService<PublicAddress>().Of("/") }];
        foreach (var path in document.Paths.Values)
        {
            path.Operations?.Remove(HttpMethod.Head); // as GET, without the body
        }

        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["Bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key, or a token (JWT) where an issuer is configured. The event log and whole texts need the role reader, recording analyst, withdrawing and resolving editor, keys and erasures admin." },
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<ParametersMetadata>().SelectMany(parameters => parameters.Parameters))
        {
            operation.Parameters.Add(Of(parameter));
        }

        foreach (var header in metadata.OfType<HeaderMetadata>())
        {
            AddHeader(operation, header.Name, header.Description);
        }

        if (!await IsForAllAsync(metadata.OfType<IAuthorizeData>(), context.ApplicationServices.GetRequiredService<IAuthorizationService>()))
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference("Bearer", context.Document)] = [] }];
        }

        if (metadata.OfType<RecordsMetadata>().Any())
        {
            var isPost = HttpMethods.IsPost(context.Description.HttpMethod!);
            var onlyCreates = isPost && operation.Responses!.ContainsKey("201");
            if (!onlyCreates)
            {
                AddHeader(operation, "If-Match", "The version that a change is based on, in double quotes: \"3\". Not needed to create.");
            }

            if (isPost)
            {
                AddHeader(operation, RecordingEndpoint.KeyHeader, "Replays the first answer to the same request for 24 hours.");
            }
        }

        if (operation.OperationId is { } id && Examples.Requests.TryGetValue(id, out var example)
            && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) is true && body is OpenApiMediaType media)
        {
            media.Example = JsonNode.Parse(example);
        }

        if (metadata.OfType<OtherShapeMetadata>().FirstOrDefault() is { } other && operation.Responses?["200"].Content?["application/json"] is OpenApiMediaType { Schema: { } usual } json)
        {
            json.Schema = new OpenApiSchema { OneOf = [usual, await context.GetOrCreateSchemaAsync(other.Shape, cancellationToken: cancellation)] };
        }

        if (metadata.OfType<LinesMetadata>().FirstOrDefault() is { } lines)
        {
            await DescribeLinesAsync(operation, context, lines, cancellation);
        }
    }

    /// <summary>Whether callers without a key are let in, as this installation is set.</summary>
    private static async Task<bool> IsForAllAsync(IEnumerable<IAuthorizeData> access, IAuthorizationService authorization)
    {
        foreach (var data in access)
        {
            if (!(await authorization.AuthorizeAsync(new(), null, data.Policy!)).Succeeded)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task DescribeLinesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, LinesMetadata lines, CancellationToken cancellation)
    {
        if (operation.RequestBody?.Content?[lines.MediaType] is OpenApiMediaType body)
        {
            body.Example = JsonValue.Create(Examples.Lines);
        }

        if (operation.Responses?["200"].Content?[lines.MediaType] is OpenApiMediaType { Schema: { } line } answer)
        {
            answer.Schema = new OpenApiSchema { OneOf = [line, await context.GetOrCreateSchemaAsync(lines.Last, cancellationToken: cancellation)] };
        }
    }

    private static OpenApiParameter Of(AddressParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Example = parameter.Example.Length == 0 ? null : parameter.Repeatable ? new JsonArray(parameter.Example) : JsonValue.Create(parameter.Example),
        Schema = parameter.Repeatable
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }
            : new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void AddHeader(OpenApiOperation operation, string name, string description) => operation.Parameters!.Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    /// <summary>What the types alone do not tell: EDTF is a string on the wire, and problem types are a list.</summary>
    private static Task DescribeWordsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(Domain.Dates.Edtf))
        {
            schema.Type = JsonSchemaType.String;
            schema.Description = "EDTF (ISO 8601-2): a year, month, day, instant with offset, or interval.";
            schema.Examples = [JsonValue.Create("2025-08-18")];
        }

        if (context.JsonTypeInfo.Type is var figure && (figure == typeof(decimal) || figure == typeof(decimal?)))
        {
            schema.Type = figure == typeof(decimal) ? JsonSchemaType.Number : JsonSchemaType.Number | JsonSchemaType.Null;
        }

        if (context.JsonTypeInfo.Type is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(Domain.ValueList<>))
        {
            schema.Description = null; // what the type is for is of no use to a caller
        }

        foreach (var member in context.JsonTypeInfo.Properties.Where(IsLeftOutWhereNull))
        {
            schema.Required?.Remove(member.Name);
        }

        if (context.JsonTypeInfo.Type == typeof(Sources.SourceWithClaims) && schema.Properties?.TryGetValue("textErased", out var erased) is true)
        {
            schema.Properties["textErased"] = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, erased] }; // taken for never null, since its record has a constructor of its own
        }

        if (context.JsonTypeInfo.Type == typeof(ProblemAnswer) && schema.Properties?["type"] is OpenApiSchema type)
        {
            type.Enum = [.. ProblemTypes.Titles.Keys.Select(code => JsonValue.Create(ProblemTypes.Path + code))];
        }

        return Task.CompletedTask;
    }

    private static bool IsLeftOutWhereNull(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];
}
