using GuaranteeTracker.Domain.Timelines;
using Npgsql;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>
/// Makes the same rows as <see cref="ListingRows"/> out of events that are at hand, so that the database need not read them again.
/// It is not for stretches with stragglers.
/// </summary>
internal sealed class ListedVersions(KnownPieces known)
{
    private const string
        ReadWords = $"select seq_id, tsvectorsend({ListingRows.Words}) from (select seq_id, data, {ListingRows.Passages} from {Tables.Events} where seq_id = any($1)) e",
        ReadFirst = $"select replace(stream_id, '{Streams.OfClaim}', '')::uuid, seq_id, timestamp from {Tables.Events} where stream_id = any($1) and version = 1";

    private const int MostPassages = 10;

    /// <param name="table">The listing.</param>
    /// <param name="contents">Of every version that is added.</param>
    public async Task CopyAsync(
        NpgsqlConnection connection, string table, IReadOnlyList<ClaimVersion> added, IReadOnlyDictionary<(Guid Claim, long Recorded), ListedContent> contents, CancellationToken cancellation)
    {
        var listed = added.Select(version => contents[(version.Claim, version.Recorded)]).ToList();
        var words = await WordsAsync(connection, listed, cancellation);
        var first = await FirstAsync(connection, added.Where((_, i) => listed[i].FirstAt is null).Select(version => version.Claim), cancellation);
        var last = new Dictionary<Guid, long>();
        foreach (var version in added)
        {
            last[version.Claim] = version.Recorded;
        }

        var rows = new BinaryRows();
        for (var i = 0; i < added.Count; i++)
        {
            var (version, content) = (added[i], listed[i]);
            var (began, beganAt) = content.FirstAt is { } at ? (content.Sequence, at) : first[version.Claim];
            var isRetracted = version.Until != ClaimVersion.Never && last[version.Claim] < version.Until;
            rows.Row(18).Add(version.Claim).Add(version.Recorded).Add(version.Until).Add(isRetracted).Add(began).Add(beganAt).Add(content.Sequence)
                .Add(version.Effective).Add(version.Topic).Add(version.Actor).Add((short)version.Stance).Add((short)version.Voice).Add(content.Act)
                .Add(version.Speaker).Add(version.ReportedBy).Add(version.Source).Add(version.Publisher).Add(words[i]);
        }

        await rows.CopyAsync(connection, $"{table} ({ListingRows.Columns})", cancellation);
    }

    private async Task<byte[][]> WordsAsync(NpgsqlConnection connection, List<ListedContent> listed, CancellationToken cancellation)
    {
        known.Begin(listed.Count);
        var texts = listed.ConvertAll(content => content.Texts.Count > MostPassages ? null : Split(content.Texts));
        await known.LearnAsync(connection, cancellation);
        var words = texts.Select(pieces => pieces is null ? null : Lexemes.Binary(pieces)).ToArray();
        var others = listed.Where((_, i) => words[i] is null).Select(content => content.Sequence).ToArray();
        if (others.Length > 0)
        {
            var read = new Dictionary<long, byte[]>();
            await using var command = new NpgsqlCommand(ReadWords, connection) { Parameters = { new() { Value = others } } };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                read.Add(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
            }

            for (var i = 0; i < words.Length; i++)
            {
                words[i] ??= read[listed[i].Sequence];
            }
        }

        return words!;
    }

    private IReadOnlyList<IReadOnlyList<Piece>>? Split(IReadOnlyList<string> texts)
    {
        var split = new IReadOnlyList<Piece>[texts.Count];
        for (var i = 0; i < split.Length; i++)
        {
            if (known.Split(texts[i]) is not { } pieces)
            {
                return null;
            }

            split[i] = pieces;
        }

        return split;
    }

    private static async Task<Dictionary<Guid, (long Sequence, DateTime At)>> FirstAsync(NpgsqlConnection connection, IEnumerable<Guid> claims, CancellationToken cancellation)
    {
        var first = new Dictionary<Guid, (long Sequence, DateTime At)>();
        var streams = claims.Distinct().Select(Streams.Claim).ToArray();
        if (streams.Length > 0)
        {
            await using var command = new NpgsqlCommand(ReadFirst, connection) { Parameters = { new() { Value = streams } } };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                first.Add(reader.GetGuid(0), (reader.GetInt64(1), reader.GetDateTime(2)));
            }
        }

        return first;
    }
}
