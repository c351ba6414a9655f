using System.Text;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Sources;

public sealed class LargeTexts(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Mebibyte = 1_048_576;

    [Fact]
    public async Task A_text_of_1_MiB_is_kept()
    {
        var source = Samples.Source(text: new string('é', Mebibyte / 2));

        var answer = await tracker.Admin.PostAsync("/api/sources", source).ShouldBeCreatedAsync($"/api/sources/{source["id"]}");

        answer["codePoints"]!.GetValue<int>().Should().Be(Mebibyte / 2);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("e\u0301")]
    public async Task A_text_is_measured_in_the_form_in_which_it_is_kept(string sent)
    {
        var source = Samples.Source(text: "Words" + string.Concat(Enumerable.Repeat(sent, 400_000)));

        await tracker.Admin.PostAsync("/api/sources", source).ShouldBeCreatedAsync($"/api/sources/{source["id"]}");
    }

    [Fact]
    public async Task A_text_of_1_MiB_may_be_sent_in_the_longest_escapes()
    {
        var body = Samples.Source(text: "TEXT").ToJsonString().Replace("TEXT", string.Concat(Enumerable.Repeat("\\u0041", Mebibyte)), StringComparison.Ordinal);

        using var response = await tracker.Admin.SendAsync(HttpMethod.Post, "/api/sources", body);

        (await response.JsonAsync())["codePoints"]!.GetValue<int>().Should().Be(Mebibyte);
    }

    [Theory]
    [InlineData("a", Mebibyte + 1)]
    [InlineData("é", Mebibyte / 2 + 1)]
    [InlineData("a", 5 * Mebibyte)]
    public async Task A_longer_text_is_too_large(string letter, int letters)
    {
        var source = Samples.Source(text: string.Concat(Enumerable.Repeat(letter, letters)));

        var problem = await tracker.RefusesAsync(413, "too-large", () => tracker.Admin.PostAsync("/api/sources", source));

        problem.ErrorAt("/text").Should().Contain("1048576");
    }

    [Fact]
    public async Task A_body_of_more_than_8_MiB_is_not_read()
    {
        var source = Samples.Source(text: new string('a', 9 * Mebibyte));

        await tracker.RefusesAsync(413, "too-large", () => tracker.Admin.PostAsync("/api/sources", source, ("Expect", "100-continue")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Any_other_body_holds_at_most_256_KiB(bool saysItsLength)
    {
        var claim = Samples.Claim(await tracker.RecordCatalogueAsync());
        claim["summary"] = new string('a', 256 * 1024);

        await tracker.RefusesAsync(413, "too-large", async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/claims") { Content = new StringContent(claim.ToJsonString(), Encoding.UTF8, "application/json") };
            request.Headers.TransferEncodingChunked = !saysItsLength;
            request.Headers.ExpectContinue = saysItsLength;
            return await tracker.Admin.SendAsync(request);
        });
    }
}
