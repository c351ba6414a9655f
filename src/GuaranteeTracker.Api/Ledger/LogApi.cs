using System.Globalization;
using System.Text;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Ledger.Trees;

namespace GuaranteeTracker.Api.Ledger;

/// <summary>The ledger as C2SP's clients read it: the last checkpoint, the key that signs, and tiles.</summary>
internal static class LogApi
{
    private static readonly Format _tile = new("tile", "application/octet-stream", Shrinks: false);

    public static void MapLog(this IEndpointRouteBuilder app)
    {
        var log = app.MapGroup("/log").WithTags("Ledger");
        log.MapRead("/checkpoint", GetCheckpointAsync).Reads<string>("getCheckpoint", "The last checkpoint of the ledger, as a signed note", mediaTypes: "text/plain")
            .WithDescription("C2SP tlog-checkpoint: the log's name, its number of leaves, its root in base64; then, as extension lines, the sequence number that it reaches and its time.");
        log.MapRead("/key", (LedgerKeys keys, HttpContext http) => ReadAnswer.Current(http, new Written(Format.Text, Encoding.UTF8.GetBytes($"{keys.Current}\n"))))
            .Reads<string>("getLedgerKey", "The key that verifies checkpoints: name+id+key", mediaTypes: "text/plain")
            .WithDescription("C2SP signed-note: ECDSA with P-256 and SHA-256 (type 2). Get it once, by a way you trust, and keep it.");
        log.MapRead("/tile/{level}/{**index}", GetTileAsync).Reads<byte[]>("getTile", "Up to 256 hashes of the tree, of 32 bytes each", mediaTypes: "application/octet-stream")
            .WithDescription(
                "C2SP tlog-tiles, level 0 to 7: on level 0 the hashes of leaves, on each other level those of full tiles below. The index is a plain number, or x001/x234/067; "
                + "with .p/{width} only so many hashes. Both never change; a tile that is not full yet, asked for without .p, is answered as far as the last checkpoint covers it.");
    }

    private static async Task<IResult> GetCheckpointAsync(LedgerCheckpoints checkpoints, HttpContext http, CancellationToken cancellation) =>
        await checkpoints.LastAsync(cancellation) is not { } last ? new ProblemResult(LedgerProblems.NothingRecorded)
        : last.Note is not { } note ? new ProblemResult(LedgerProblems.Unsigned)
        : ReadAnswer.Current(http, new Written(Format.Text, Encoding.UTF8.GetBytes(note)));

    private static async Task<IResult> GetTileAsync(string level, string? index, LedgerCheckpoints checkpoints, StoredTiles tiles, HttpContext http, CancellationToken cancellation)
    {
        if (TileAddress.Parse(level, index ?? "") is not { } address)
        {
            return new ProblemResult(Problems.BadParameter("index", "Ask for a tile by its level, 0 to 7, and its index: /log/tile/0/273 or /log/tile/0/x001/x234/067, of which .p/1 to .p/255 takes the first hashes."));
        }

        var size = (await checkpoints.LastAsync(cancellation))?.Size ?? 0;
        if (address.In(size) is not { } tile)
        {
            return new ProblemResult(new(404, "not-found", string.Create(CultureInfo.InvariantCulture, $"The tree of the last checkpoint has {size} leaves, and no such tile, or not of that width yet.")));
        }

        var answer = new Written(_tile, (await tiles.ReadAsync([tile], cancellation))[0]);
        return address.Width is not null || tile.Width == Tile.Full ? ReadAnswer.ForEver(http, answer) : ReadAnswer.Current(http, answer);
    }
}
