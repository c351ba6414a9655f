using System.Globalization;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>The ledger as its verifiers see it.</summary>
internal static class Proving
{
    /// <summary>The last checkpoint, once it is seen to be signed by the key that the service names.</summary>
    public static async Task<CheckpointText> SignedCheckpointAsync(this Tracker tracker) =>
        Verify(await tracker.Public.GetStringAsync("/log/checkpoint"), await tracker.LedgerKeyAsync());

    public static async Task<NoteKey> LedgerKeyAsync(this Tracker tracker) => NoteKey.Parse((await tracker.Public.GetStringAsync("/log/key")).Trim());

    /// <summary>What a note says, once it is seen to be signed.</summary>
    public static CheckpointText Verify(string note, NoteKey key)
    {
        var signed = SignedNote.Parse(note, out var because);
        signed.Should().NotBeNull(because);
        key.HasSigned(signed!).Should().BeTrue();
        return CheckpointText.Parse(signed!.Text)!;
    }

    /// <summary>Notes of all checkpoints, in the order of size; null for one without.</summary>
    public static Task<List<(long Size, long Sequence, DateTime At, string Root, string? Note)>> NotesAsync(this Tracker tracker) => tracker.ReadAsync(
        $"select size, sequence, at, root, note from {Tables.Checkpoints} order by size",
        row => (row.GetInt64(0), row.GetInt64(1), row.GetDateTime(2), Convert.ToBase64String(row.GetFieldValue<byte[]>(3)), row.IsDBNull(4) ? null : row.GetString(4)));

    public static Task<List<(short Level, long Index, string Hash)>> TilesAsync(this Tracker tracker) => tracker.ReadAsync(
        $"select level, index, hash from {Tables.Tiles} order by level, index", row => (row.GetInt16(0), row.GetInt64(1), Convert.ToHexString(row.GetFieldValue<byte[]>(2))));

    public static async Task<string> ReadyAsync(this Tracker tracker)
    {
        using var response = await tracker.Public.GetAsync("/health/ready");
        return await response.Content.ReadAsStringAsync();
    }

    public static Task StandStillAsync(this Tracker tracker) =>
        Eventually.TrueAsync(async () => (await tracker.ReadyAsync()).Contains("\"checkpoints\":\"Unhealthy\"", StringComparison.Ordinal), "somebody has to look into it");

    /// <summary>So many claims, by the thousand.</summary>
    public static async Task RecordManyAsync(this Subject subject, int count)
    {
        foreach (var part in Enumerable.Range(0, count).Chunk(1_000))
        {
            var claims = new JsonArray([.. part.Select(_ => subject.Claim())]);
            await Subject.MustAsync(subject.Tracker.Admin.PostAsync("/api/claims:batch", new JsonObject { ["claims"] = claims }));
        }
    }

    public static byte[] Hash(this JsonNode? node) => Convert.FromBase64String(node!.GetValue<string>());

    public static List<byte[]> Hashes(this JsonNode? node) => [.. node!.AsArray().Select(Hash)];

    public static long Number(this JsonNode? node) => node!.GetValue<long>();

    public static string Write(this long number) => number.ToString(CultureInfo.InvariantCulture);
}
