using System.Security.Cryptography;
using System.Text;
using GuaranteeTracker.Api.Recording;
using Npgsql;

namespace GuaranteeTracker.Api.Verifying.Stored;

/// <summary>Compares each source's text with the hash in its event. A text may be gone, if a row says that it was taken down.</summary>
internal sealed class TextCheck(NpgsqlConnection connection, Faults faults)
{
    private const string Texts =
        $"""
        select e.id, e.stream_id, e.version, e.seq_id, e.data ->> 'textSha256', kept.text,
          exists (
            select from {Tables.Erasures} where kind = 'source-text' and split_part(subject, ' ', 1) = e.data ->> 'textSha256')
        from {Tables.Events} e left join {Tables.SourceTexts} kept on kept.sha256 = e.data ->> 'textSha256'
        where e.type = '{FactNames.SourceRegistered}' order by e.seq_id
        """;

    /// <returns>How many texts were taken down.</returns>
    public async Task<long> CheckAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Texts, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var taken = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            var because =
                reader.IsDBNull(4) ? "The event of this source names no text."
                : reader.IsDBNull(5) ? reader.GetBoolean(6) ? null : "The text of this source is gone, and nothing says that it was taken down."
                : Hash(reader.GetString(5)) != reader.GetString(4) ? "The text of this source is not the one that its event names."
                : null;
            taken += !reader.IsDBNull(4) && reader.IsDBNull(5) && reader.GetBoolean(6) ? 1 : 0;
            if (because is not null)
            {
                faults.Add(new(because, reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
            }
        }

        return taken;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
