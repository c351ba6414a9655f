using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Hosting;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Faults.BadInput;

/// <summary>A few hundred kilobytes that would be hundreds of megabytes once unpacked: nobody unpacks them.</summary>
public sealed class PackedBombs(Tracker tracker) : IClassFixture<Tracker>
{
    private const long Unpacked = 200L * 1024 * 1024;

    private static readonly Lazy<byte[]> _bomb = new(Pack);

    [Fact]
    public async Task On_every_recording_route_it_is_refused_unread()
    {
        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(
                415, "unsupported-media-type", () => route.SendAsync(tracker.Admin, _bomb.Value, headers: [("Content-Encoding", "gzip"), ("Expect", "100-continue")]), route.Operation);
        }
    }

    [Fact]
    public async Task An_import_does_not_unpack_it_either()
    {
        await tracker.RefusesAsync(415, "unsupported-media-type", async () =>
        {
            using var content = new ByteArrayContent(_bomb.Value) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson"), ContentEncoding = { "gzip" } } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/import") { Content = content, Headers = { ExpectContinue = true } };
            return await tracker.Admin.SendAsync(request);
        });
    }

    [Fact]
    public async Task Unnamed_it_is_no_JSON()
    {
        var route = RecordingRoute.All.Single(route => route.Operation == "recordClaims");

        using var response = await route.SendAsync(tracker.Admin, _bomb.Value);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest, await response.Content.ReadAsStringAsync());
    }

    private static byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var piece = new byte[1024 * 1024];
            for (var left = Unpacked; left > 0; left -= piece.Length)
            {
                gzip.Write(piece);
            }
        }

        return packed.ToArray();
    }
}
