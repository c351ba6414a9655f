using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Discovery;

/// <summary>How to embed a snapshot, in the words of oEmbed 1.0.</summary>
/// <param name="CacheAge">For how many seconds this may be kept.</param>
/// <param name="Html">A frame that shows it.</param>
internal sealed record OembedAnswer(
    string Type,
    string Version,
    string Title,
    [property: JsonPropertyName("provider_name")] string ProviderName,
    [property: JsonPropertyName("provider_url")] string ProviderUrl,
    [property: JsonPropertyName("cache_age")] int CacheAge,
    string Html,
    int Width,
    int Height)
{
    private const int Day = 86_400;

    public static OembedAnswer Of(SnapshotAddress snapshot, PublicAddress address, int width, int height)
    {
        var title = $"Security guarantees for Ukraine: who stood where on {snapshot.Day}, as known at {snapshot.Known}";
        var frame = string.Create(
            CultureInfo.InvariantCulture,
            $"""<iframe src="{WebUtility.HtmlEncode(address.Of(snapshot.EmbedPath))}" width="{width}" height="{height}" title="{WebUtility.HtmlEncode(title)}" loading="lazy"></iframe>""");
        return new("rich", "1.0", title, "GuaranteeTracker", address.Of("/"), Day, frame, width, height);
    }
}
