using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>Reads a log over HTTP. No answer may be larger than it can be, or take longer than it should.</summary>
internal sealed class LogClient : ITiles, IDisposable
{
    private const int MostForNotes = 64 * 1024, MostForProofs = 64 * 1024, AtOnce = 8;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    /// <param name="url">The service's PublicUrl.</param>
    /// <param name="key">Null: reading needs none.</param>
    public LogClient(Uri url, string? key)
    {
        Address = new Uri($"{url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/");
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = _patience };
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    public Uri Address { get; }

    /// <exception cref="LogAwayException">There is no key to be had.</exception>
    public async Task<NoteKey> KeyAsync(CancellationToken cancellation)
    {
        var text = await TextAsync("log/key", cancellation);
        try
        {
            return NoteKey.Parse(text.Trim());
        }
        catch (FormatException e)
        {
            throw new LogAwayException($"{Address}log/key gives no key: {e.Message}", e);
        }
    }

    /// <summary>The newest checkpoint's note, which nobody has looked into yet.</summary>
    /// <returns>Null where the log itself says that it has no signed checkpoint: whoever remembers one knows better.</returns>
    public async Task<string?> CheckpointAsync(CancellationToken cancellation)
    {
        try
        {
            return await TextAsync("log/checkpoint", cancellation);
        }
        catch (LogAwayException e) when (e.Problem is "/problems/nothing-recorded" or "/problems/unsigned-checkpoint")
        {
            return null;
        }
    }

    /// <summary>What is to prove that the one tree goes on where the other ends; nobody has looked into it yet.</summary>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long from, long to, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"log/proof/consistency?from={from}&to={to}");
        var json = await GetAsync(path, MostForProofs, cancellation);
        try
        {
            return JsonElement.Parse(json).GetProperty("hashes").EnumerateArray().Select(hash => hash.GetBytesFromBase64()).ToList();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new LogAwayException($"{Address}{path} gives no proof: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<Tile> tiles, CancellationToken cancellation)
    {
        var read = new byte[tiles.Count][];
        await Parallel.ForAsync(0, tiles.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, token) => read[i] = await TileAsync(tiles[i], token));
        return read;
    }

    /// <summary>Anything that the service answers with 200.</summary>
    /// <param name="most">Bytes.</param>
    /// <exception cref="LogAwayException">It is not to be had.</exception>
    public async Task<byte[]> GetAsync(string path, int most, CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new LogAwayException($"{Address}{path} answers {(int)response.StatusCode} {response.ReasonPhrase}.") { Problem = await ProblemAsync(response, cancellation) };
            }

            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            time.CancelAfter(_patience); // the client's own ends with the headers
            return await ReadAsync(await response.Content.ReadAsStreamAsync(time.Token), most, time.Token)
                ?? throw new LogAwayException($"{Address}{path} answers with more than {most} bytes, which it never does.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new LogAwayException($"{Address}{path} cannot be read: {e.Message}", e);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The type of the problem; null for anything else.</summary>
    private static async Task<string?> ProblemAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(_patience);
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json"
            || await ReadAsync(await response.Content.ReadAsStreamAsync(time.Token), MostForNotes, time.Token) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } problem && problem.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // no problem that a service of ours answers with
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int count; (count = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (read.Length + count > most)
            {
                return null;
            }

            read.Write(buffer.AsSpan(..count));
        }

        return read.ToArray();
    }

    private async Task<string> TextAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await GetAsync(path, MostForNotes, cancellation));
        }
        catch (DecoderFallbackException e)
        {
            throw new LogAwayException($"{Address}{path} gives no text.", e);
        }
    }

    private async Task<byte[]> TileAsync(Tile tile, CancellationToken cancellation)
    {
        var width = tile.Width == Tile.Full ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{tile.Width}");
        var path = string.Create(CultureInfo.InvariantCulture, $"log/tile/{tile.Level}/{tile.Index}{width}");
        var hashes = await GetAsync(path, Tile.Full * TreeHash.Length, cancellation);
        return hashes.Length == tile.Width * TreeHash.Length ? hashes : throw new InvalidDataException($"{Address}{path} has {hashes.Length} bytes, not those of {tile.Width} hashes.");
    }
}
