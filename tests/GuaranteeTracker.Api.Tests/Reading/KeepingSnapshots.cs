using System.IO.Compression;
using System.Net.Http.Headers;
using GuaranteeTracker.Api.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>Pinned answers in bytes: plain, gzip and brotli.</summary>
public sealed class KeepingSnapshots(Scene scene) : IClassFixture<Scene>
{
    private string Pinned(string more = "") => $"/api/picture?asOf=2025-08-20&knownAt=seq:{scene.Sequence}&v=1{more}";

    [Fact]
    public async Task A_snapshot_comes_compressed_to_who_takes_that_and_holds_the_same_bytes()
    {
        var plain = await scene.Tracker.Public.GetByteArrayAsync(Pinned());
        var (brotli, brotliTag) = await GetAsync("br, gzip", "br");
        var (gzip, gzipTag) = await GetAsync("gzip", "gzip");

        Unpack(new BrotliStream(new MemoryStream(brotli), CompressionMode.Decompress)).Should().Equal(plain);
        Unpack(new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress)).Should().Equal(plain);
        brotli.Length.Should().BeLessThan(plain.Length);
        new[] { brotliTag, gzipTag, (await scene.Tracker.Public.GetAsync(Pinned())).Headers.ETag!.Tag }.Should().OnlyHaveUniqueItems("each form has a strong tag of its own");
    }

    [Theory]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("gzip;q=0, *", "br")]
    public async Task What_a_caller_does_not_take_it_does_not_get(string accepted, string? given) => await GetAsync(accepted, given);

    [Fact]
    public async Task Every_form_answers_304_to_who_has_it()
    {
        var (_, tag) = await GetAsync("br", "br");
        using var request = new HttpRequestMessage(HttpMethod.Get, Pinned());
        request.Headers.AcceptEncoding.ParseAdd("br");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));

        using var response = await scene.Tracker.Public.SendAsync(request);

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.NotModified);
        response.Headers.ETag!.Tag.Should().Be(tag);
    }

    [Fact]
    public async Task Bytes_are_kept_from_the_second_time_on()
    {
        var kept = scene.Tracker.Services.GetRequiredService<SnapshotCache>();
        var http = new DefaultHttpContext();
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = Pinned("&topic=us-air-support");

        var answers = new List<string>();
        for (var times = 1; times <= 3; times++)
        {
            answers.Add(await scene.Tracker.Public.GetStringAsync(Pinned("&topic=us-air-support")));
            (kept.Find(http, Format.Json) is not null).Should().Be(times > 1, $"asked {times} times");
        }

        answers.Distinct().Should().ContainSingle();
    }

    private async Task<(byte[] Bytes, string Tag)> GetAsync(string accepted, string? given)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Pinned());
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await scene.Tracker.Public.SendAsync(request);
        response.Content.Headers.ContentEncoding.Should().Equal(given is null ? [] : [given]);
        return (await response.Content.ReadAsByteArrayAsync(), response.Headers.ETag!.Tag);
    }

    private static byte[] Unpack(Stream stream)
    {
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
