using System.Globalization;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Checkpoints;
using Microsoft.Net.Http.Headers;

namespace GuaranteeTracker.Api.Reading;

/// <summary>
/// How dated answers hang together on the web (Memento, RFC 7089): an original resource, its states at each K, and where to ask for one.
/// The axis is knowledge time; D is part of what the original is.
/// </summary>
internal sealed class MementoLinks(PublicAddress address)
{
    public const string MementoDatetime = "Memento-Datetime", TimeGates = "/timegate", TimeMaps = "/timemap";

    /// <summary>By the path that answers, the path of the original.</summary>
    private static readonly Dictionary<string, string> _originals = new(StringComparer.Ordinal)
    {
        ["/picture"] = "/picture",
        ["/snapshots"] = "/picture",
        ["/timeline"] = "/timeline",
        ["/api/picture"] = "/api/picture",
        ["/api/timeline"] = "/api/timeline",
    };

    /// <param name="parameters">Of the original's address, D first where it has one.</param>
    public string Original(string path, IEnumerable<string> parameters) => Of(path, parameters);

    public string TimeGate(string path, IEnumerable<string> parameters) => Of(TimeGates + path, parameters);

    /// <param name="after">The page with what is recorded after this sequence number; null: the first.</param>
    public string TimeMap(string path, IEnumerable<string> parameters, long? after = null) =>
        Of(TimeMaps + path, after is null ? parameters : parameters.Append(string.Create(CultureInfo.InvariantCulture, $"after={after}")));

    /// <param name="known">K.</param>
    public string Memento(string path, IEnumerable<string> parameters, long known) =>
        Of(path, parameters.Concat([$"knownAt={KnownAt.Write(known)}", $"v={Snapshots.Version}"]));

    /// <summary>What the head of an answer says; nothing for a resource that has no states to ask for.</summary>
    /// <param name="path">The path that answers; of <c>/snapshots/{D}/{K}</c> the first part.</param>
    /// <param name="parameters">As for <see cref="Original"/>.</param>
    /// <param name="pinned">K, where the address has one; null for the original itself.</param>
    public IReadOnlyList<(string Name, string Value)> HeadersOf(string path, IEnumerable<string> parameters, Known? pinned)
    {
        if (!_originals.TryGetValue(path, out var original))
        {
            return [];
        }

        var query = parameters.Where(parameter => !parameter.StartsWith("format=", StringComparison.Ordinal)).ToList(); // another form of the same resource
        var links = new List<WebLink>
        {
            new(TimeGate(original, query), "timegate"),
            new(TimeMap(original, query), "timemap", ("type", WebLink.Format)),
        };
        if (pinned is null)
        {
            return [(HeaderNames.Link, string.Join(", ", links))];
        }

        links.Insert(0, new(Original(original, query), "original"));
        (string, string) link = (HeaderNames.Link, string.Join(", ", links));
        return pinned is { Sequence: > 0, At: { } at } ? [(MementoDatetime, WebLink.Date(at)), link] : [link];
    }

    private string Of(string path, IEnumerable<string> parameters)
    {
        var query = string.Join('&', parameters);
        return address.Of(query.Length == 0 ? path : $"{path}?{query}");
    }
}
