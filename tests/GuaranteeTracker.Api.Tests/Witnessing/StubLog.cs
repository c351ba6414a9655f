using GuaranteeTracker.Api.Tests.Tampering;
using System.Globalization;
using System.Net;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuaranteeTracker.Api.Tests.Witnessing;

/// <summary>A log over real HTTP that a test may grow, cut, rewrite, or have answer nonsense.</summary>
internal sealed class StubLog : IAsyncDisposable, ITiles
{
    private static readonly DateTime _began = new(2025, 8, 20, 10, 0, 0, DateTimeKind.Utc);

    private readonly WebApplication _app;

    private StubLog(WebApplication app) => _app = app;

    public List<byte[]> Leaves { get; } = [];

    public NoteSigner Signer { get; set; } = NoteKeys.Make();

    /// <summary>In place of what it would answer at a path.</summary>
    public Dictionary<string, Func<HttpContext, Task>> Instead { get; } = new(StringComparer.Ordinal);

    public Uri Address => new(_app.Urls.First());

    public static async Task<StubLog> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var log = new StubLog(app);
        app.Run(log.AnswerAsync);
        await app.StartAsync();
        return log;
    }

    public void Grow(int count, int salt = 0)
    {
        for (var i = 0; i < count; i++)
        {
            Leaves.Add(TreeHash.OfLeaf([(byte)Leaves.Count, (byte)(Leaves.Count >> 8), (byte)salt]));
        }
    }

    /// <summary>Answers as a service that has no signed checkpoint.</summary>
    /// <param name="code">Of its problem.</param>
    public void SayNothing(string code) => Instead["/log/checkpoint"] = http =>
    {
        (http.Response.StatusCode, http.Response.ContentType) = (404, "application/problem+json");
        return http.Response.WriteAsync($$"""{"type":"/problems/{{code}}","status":404}""");
    };

    public async Task<string> NoteAsync()
    {
        var text = new CheckpointText(Signer.Key.Name, Leaves.Count, await new TiledTree(this).RootAsync(Leaves.Count, default), Leaves.Count + 7, _began.AddSeconds(Leaves.Count));
        return Signer.Sign(text.ToString()).ToString();
    }

    public Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<Tile> tiles, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<byte[]>>([.. tiles.Select(tile => Enumerable.Range(0, tile.Width).SelectMany(i => Hash(tile.Level, tile.First + i)).ToArray())]);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Signer.Dispose();
    }

    private byte[] Hash(int level, long index)
    {
        var width = 1 << (8 * level);
        return TreeHash.OfComplete(Leaves.GetRange((int)index * width, width).SelectMany(leaf => leaf).ToArray());
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (Instead.TryGetValue(path, out var instead))
        {
            await instead(http);
            return;
        }

        switch (path.Split('/')[1..])
        {
            case ["log", "key"]:
                await http.Response.WriteAsync($"{Signer.Key}\n");
                break;
            case ["log", "checkpoint"]:
                await http.Response.WriteAsync(await NoteAsync());
                break;
            case ["log", "proof", "consistency"]:
                var proof = await new TiledTree(this).ConsistencyAsync(Number(http.Request.Query["from"]!), Number(http.Request.Query["to"]!), default);
                await http.Response.WriteAsJsonAsync(new { hashes = proof });
                break;
            case ["log", "tile", var level, var index, .. var width]:
                var tile = new Tile((int)Number(level), Number(index.Replace(".p", "", StringComparison.Ordinal)), width is [var w] ? (int)Number(w) : Tile.Full);
                await http.Response.Body.WriteAsync((await ReadAsync([tile], default))[0]);
                break;
            default:
                http.Response.StatusCode = (int)HttpStatusCode.NotFound;
                break;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
