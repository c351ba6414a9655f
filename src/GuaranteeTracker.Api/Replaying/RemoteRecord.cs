using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Reading;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Records in a service over HTTP.</summary>
/// <param name="url">The service's PublicUrl.</param>
internal sealed class RemoteRecord(Uri url, string? key) : IRecordTarget, IDisposable
{
    private readonly RemoteService _service = new(url, key);

    public async Task<StepResult> SendAsync(RecordStep step, CancellationToken cancellation)
    {
        using var response = await _service.SendAsync(step, cancellation);
        return await RemoteService.ResultAsync(response, isNew: response.StatusCode == HttpStatusCode.Created, cancellation);
    }

    public async Task<JsonObject> PictureAsync(string asOf, CancellationToken cancellation)
    {
        using var response = await _service.GetAsync(Links.To("/api/picture", ("asOf", asOf)), cancellation);
        return response.IsSuccessStatusCode
            ? await _service.ReadAsync(response, cancellation)
            : throw new UnusableInputException(await RemoteService.ExplainAsync(response, cancellation));
    }

    public void Dispose() => _service.Dispose();
}
