using System.Globalization;
using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Browser.Tests.Readers;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Somebody who knows an original's address and a moment, and follows the links that http-link-header reads (RFC 7089).</summary>
internal sealed class MementoReader(Tracker tracker) : IDisposable
{
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Public.BaseAddress };

    public void Dispose() => Client.Dispose();

    /// <summary>What an original links to, and every moment that its TimeMap lists: at least one.</summary>
    public async Task<(MementoLinks Links, IReadOnlyList<string> Moments)> MomentsOfAsync(string address)
    {
        using var original = await Client.GetAsync(address);
        var links = await LinksAsync(original);
        var moments = (await MapAsync(links)).With("memento").Select(link => Text(link["datetime"])).Distinct().ToList();
        moments.Should().NotBeEmpty();
        return (links, moments);
    }

    /// <returns>The memento, redirects followed.</returns>
    public async Task<HttpResponseMessage> NegotiateAsync(MementoLinks links, string moment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, links.To("timegate"));
        request.Headers.TryAddWithoutValidation("Accept-Datetime", moment);
        using var found = await Client.SendAsync(request);
        found.StatusCode.Should().Be(HttpStatusCode.Found);
        found.Headers.Vary.Should().ContainSingle(name => name.Equals("Accept-Datetime", StringComparison.OrdinalIgnoreCase));

        var chosen = await LinksAsync(found);
        chosen.To("timemap").Should().Be(links.To("timemap"));
        chosen.With("memento").Should().ContainSingle(link => Text(link["uri"]) == found.Headers.Location!.OriginalString);
        return await Client.GetAsync(found.Headers.Location);
    }

    /// <summary>The TimeMap that an answer links to.</summary>
    public async Task<MementoLinks> MapAsync(MementoLinks links)
    {
        using var map = await Client.GetAsync(links.To("timemap"));
        map.Content.Headers.ContentType!.MediaType.Should().Be("application/link-format");
        var read = new MementoLinks([.. (await Reader.LinksAsync(await map.Content.ReadAsStringAsync())).AsArray().Select(link => link!)]);
        read.To("self").Should().Be(links.To("timemap"));
        read.To("timegate").Should().Be(links.To("timegate"));
        return read;
    }

    /// <summary>What the head of an answer says.</summary>
    public static async Task<MementoLinks> LinksAsync(HttpResponseMessage response) =>
        new([.. (await Reader.LinksAsync(string.Join(", ", response.Headers.GetValues("Link")))).AsArray().Select(link => link!)]);

    /// <summary>Which moment a memento says it is of.</summary>
    public static DateTime DatetimeOf(HttpResponseMessage memento) => Read(memento.Headers.GetValues("Memento-Datetime").Single());

    /// <summary>A moment as RFC 1123 writes it.</summary>
    public static DateTime Read(string moment) => DateTime.ParseExact(moment, "r", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
