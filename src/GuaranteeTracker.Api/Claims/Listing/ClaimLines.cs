using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>Claims as NDJSON: on each line what the list has as an item.</summary>
internal sealed class ClaimLines(ClaimExport export) : IClaimWriter
{
    private static readonly JsonWriterOptions _options = new() { Encoder = Json.Options.Encoder, SkipValidation = true };

    public void Begin(PipeWriter body)
    {
    }

    public Task WriteAsync(IReadOnlyList<ListedClaim> claims, PipeWriter body, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(body, _options);
        foreach (var claim in claims)
        {
            ClaimJson.WriteLine(claim, export.Fields, json);
            json.Flush();
            json.Reset();
            body.Write("\n"u8);
        }

        return Task.CompletedTask;
    }
}
