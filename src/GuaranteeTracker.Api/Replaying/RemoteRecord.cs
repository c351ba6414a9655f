using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording;

namespace GuaranteeTracker.Api.Replaying;

/// <summary>Records in a service over HTTP.</summary>
/// <param name="url">The service's PublicUrl.</param>
internal sealed class RemoteRecord(Uri url, string? key) : IRecordTarget, IDisposable
{
    private const int Attempts = 5;

    private readonly RemoteService _service = new(url, key);

    public async Task<StepResult> SendAsync(RecordStep step, CancellationToken cancellation)
    {
        if (step.Version is { } version && !step.Kind.OnlyCreates())
        {
            return await MakeAsync(step, version, cancellation);
        }

        using var response = await _service.SendAsync(step, null, cancellation);
        if (step.Changes && response.StatusCode == HttpStatusCode.PreconditionRequired)
        {
            using var changed = await _service.SendAsync(step, "*", cancellation);
            return await RemoteService.ResultAsync(changed, isNew: true, cancellation);
        }

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

    /// <summary>Looks what is there, and sends the step where its version is the next; again, where somebody was faster.</summary>
    private async Task<StepResult> MakeAsync(RecordStep step, long version, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var found = await _service.GetAsync(RemoteVersions.PathOf(step), cancellation);
            if (!found.IsSuccessStatusCode && found.StatusCode != HttpStatusCode.NotFound)
            {
                return await RemoteService.ResultAsync(found, isNew: false, cancellation);
            }

            var shown = found.IsSuccessStatusCode ? await _service.ReadAsync(found, cancellation) : null;
            var current = shown is null ? 0 : RemoteVersions.VersionOf(shown);
            if (current >= version)
            {
                return new(false, RemoteVersions.AreTheSame(step, version, shown!) ? null : Problems.VersionTaken(version).Detail);
            }

            if (current < version - 1)
            {
                return new(false, Problems.VersionMissing(current, version).Detail);
            }

            using var response = await _service.SendAsync(step, current == 0 ? null : Precondition.Tag(current), cancellation);
            if (response.StatusCode == HttpStatusCode.PreconditionFailed && attempt < Attempts)
            {
                continue;
            }

            return response.IsSuccessStatusCode && RemoteVersions.VersionOf(await _service.ReadAsync(response, cancellation)) < version
                ? new(false, Problems.VersionNotMade(version).Detail)
                : await RemoteService.ResultAsync(response, isNew: true, cancellation);
        }
    }
}
