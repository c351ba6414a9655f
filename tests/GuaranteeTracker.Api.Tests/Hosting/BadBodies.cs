using System.IO.Compression;
using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>Bodies that are not even looked into.</summary>
public sealed class BadBodies(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-ndjson")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=no-such-charset")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Only_JSON_in_UTF_8_is_taken(string? contentType)
    {
        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(
                415, "unsupported-media-type", () => route.SendAsync(tracker.Admin, Encoding.UTF8.GetBytes(route.Example), contentType), $"{route.Operation}: {contentType}");
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    public async Task JSON_in_UTF_8_is_taken_however_it_is_written(string contentType)
    {
        var route = RecordingRoute.All.Single(route => route.Operation == "setTopic");

        using var response = await route.SendAsync(tracker.Admin, Encoding.UTF8.GetBytes(route.Example), contentType);

        (await response.Content.ReadAsStringAsync()).Should().NotContain("unsupported-media-type");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    [InlineData("x-unknown")]
    public async Task A_compressed_body_is_not_unpacked(string encoding)
    {
        foreach (var route in RecordingRoute.All)
        {
            var problem = await tracker.RefusesAsync(
                415, "unsupported-media-type", () => route.SendAsync(tracker.Admin, Gzip(new byte[200_000]), headers: ("Content-Encoding", encoding)), route.Operation);
            problem["detail"]!.GetValue<string>().Should().Contain("not compressed");
        }
    }

    [Fact]
    public async Task A_body_over_the_limit_is_too_large_on_every_route()
    {
        var large = Encoding.UTF8.GetBytes("{\"reason\": \"" + new string('a', 8 * 1024 * 1024) + "\"}");

        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(413, "too-large", () => route.SendAsync(tracker.Admin, large, headers: ("Expect", "100-continue")), route.Operation);
        }
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_body_who_may_not_send_it()
    {
        foreach (var route in RecordingRoute.All)
        {
            using var response = await route.SendAsync(tracker.Public, [0xFF], headers: ("Content-Encoding", "gzip"));
            await response.ShouldBeProblemAsync(401, "not-authenticated");
        }
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
