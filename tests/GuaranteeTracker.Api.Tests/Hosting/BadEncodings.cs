using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>Bodies whose bytes or characters cannot be kept, on every recording route.</summary>
public sealed class BadEncodings(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Nothing_but_UTF_8_is_JSON()
    {
        foreach (var route in RecordingRoute.All)
        {
            foreach (var encoding in new Encoding[] { new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true) })
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(route.Example)];
                await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, bytes), $"{route.Operation}: {encoding.WebName}");
            }
        }
    }

    [Fact]
    public async Task A_null_character_is_in_no_text()
    {
        var before = await tracker.CountEventsAsync();
        foreach (var route in RecordingRoute.All)
        {
            var (_, body) = route.WithFirstMember("\"a\\u0000b\"");
            using var response = await route.SendAsync(tracker.Admin, body);
            ((int)response.StatusCode).Should().BeOneOf([400, 404, 412, 422], $"{route.Operation}: {await response.Content.ReadAsStringAsync()}");
        }

        (await tracker.CountEventsAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC0, 0x80)]
    [InlineData(0xED, 0xA0, 0x80)]
    [InlineData(0xF4, 0x90, 0x80, 0x80)]
    [InlineData(0xE2, 0x82)]
    public async Task Bytes_that_are_not_UTF_8_are_refused(params int[] bytes)
    {
        foreach (var route in RecordingRoute.All)
        {
            var (_, body) = route.WithFirstMember("\"?\"");
            byte[] broken = [.. Encoding.UTF8.GetBytes(body).SelectMany(b => b == '?' ? bytes.Select(x => (byte)x) : [b])];

            await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, broken), route.Operation);
        }
    }
}
