using System.Net;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>What a page showed at a moment, found by its links alone, and the way back from there.</summary>
[Collection(AtHostileHome.Name)]
public sealed class MementosOfPages(HostileHome home) : IDisposable
{
    private readonly MementoReader _reader = new(home.Tracker);

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("/picture?asOf=2025-08-20")]
    [InlineData("/picture?asOf=2025-08-20&actor=russia")]
    [InlineData("/timeline")]
    [InlineData("/timeline?from=2025-08-18&to=2025-08-20&topic=security-guarantees")]
    public async Task From_a_page_a_moment_leads_to_a_page_of_then_that_leads_back(string address)
    {
        var (links, moments) = await _reader.MomentsOfAsync(address);

        foreach (var moment in moments)
        {
            using var memento = await _reader.NegotiateAsync(links, moment);

            memento.StatusCode.Should().Be(HttpStatusCode.OK);
            memento.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
            MementoReader.DatetimeOf(memento).Should().BeOnOrBefore(MementoReader.Read(moment));
            var back = await MementoReader.LinksAsync(memento);
            (back.To("timegate"), back.To("timemap")).Should().Be((links.To("timegate"), links.To("timemap")));
            using var again = await _reader.Client.GetAsync(back.To("original"));
            (await MementoReader.LinksAsync(again)).To("timegate").Should().Be(links.To("timegate"));
        }
    }
}
