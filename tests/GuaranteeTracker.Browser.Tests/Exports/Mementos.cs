using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>What an original's data was known to be at a moment, found by its links alone.</summary>
[Collection(AtHostileHome.Name)]
public sealed class Mementos(HostileHome home) : IDisposable
{
    private readonly MementoReader _reader = new(home.Tracker);

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("/api/picture?asOf=2025-08-20")]
    [InlineData("/api/picture?asOf=2025-08-20&actor=russia&topic=security-guarantees")]
    [InlineData("/api/timeline")]
    [InlineData("/api/timeline?actor=russia&from=2025-08-18")]
    public async Task From_an_original_a_moment_leads_to_what_was_known_then(string address)
    {
        var (links, moments) = await _reader.MomentsOfAsync(address);

        foreach (var moment in moments)
        {
            using var memento = await _reader.NegotiateAsync(links, moment);

            MementoReader.DatetimeOf(memento).Should().BeOnOrBefore(MementoReader.Read(moment));
            var then = MementoReader.Read(moment).AddSeconds(1).AddMicroseconds(-1).Write();
            Content(await memento.JsonAsync()).Should().Be(Content(await _reader.Client.GetJsonAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}knownAt={then}&v=1")), moment);
            var back = await MementoReader.LinksAsync(memento);
            (back.To("timegate"), back.To("timemap")).Should().Be((links.To("timegate"), links.To("timemap")));
            Content(await _reader.Client.GetJsonAsync(back.To("original"))).Should().Be(Content(await _reader.Client.GetJsonAsync(address)));
        }
    }

    [Fact]
    public async Task A_moment_before_the_record_leads_to_the_first_memento_and_one_after_it_to_the_last()
    {
        using var original = await _reader.Client.GetAsync("/api/picture?asOf=2025-08-20");
        var links = await MementoReader.LinksAsync(original);
        var map = await _reader.MapAsync(links);

        using var early = await _reader.NegotiateAsync(links, "Thu, 01 Jan 2004 00:00:00 GMT");
        using var late = await _reader.NegotiateAsync(links, "Fri, 01 Jan 2100 00:00:00 GMT");

        MementoReader.DatetimeOf(early).Should().Be(MementoReader.Read(Text(map.With("first").Single()["datetime"])));
        early.RequestMessage!.RequestUri!.ToString().Should().Be(map.To("first"));
        late.RequestMessage!.RequestUri!.ToString().Should().Be(map.To("last"));
        var last = Content(await late.JsonAsync());
        Content(await early.JsonAsync()).Should().NotBe(last);
        Content(await original.JsonAsync()).Should().Be(last);
    }

    /// <summary>What is told, less what tells of K.</summary>
    private static string Content(JsonObject answer)
    {
        answer.Remove("known").Should().BeTrue();
        return answer.ToJsonString();
    }
}
