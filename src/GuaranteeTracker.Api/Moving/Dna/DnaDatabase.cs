using System.Globalization;
using System.Text;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>A database of Discourse Network Analyzer, version 3: an SQLite file, which is never written to.</summary>
internal sealed class DnaDatabase(DnaConnection connection) : IDnaFile
{
    private const string Documents = "select ID, Title, Author, Source, Section, Type, Notes, Date, length(Text), Text from DOCUMENTS order by ID";

    private static readonly UTF8Encoding _strictly = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<bool> IsOneAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var begin = new byte[16];
        return await file.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancellation) == begin.Length && begin.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }

    /// <exception cref="UnusableInputException">It is not in order, or not of version 3.</exception>
    public static async Task<DnaDatabase> OpenAsync(string path, CancellationToken cancellation) => new(await DnaConnection.OpenAsync(path, cancellation));

    public async Task<Coding> CodingAsync(CancellationToken cancellation)
    {
        var types = await DnaTypes.ReadAsync(connection, cancellation);
        var names = await DnaTypes.NamesAsync(connection, types, cancellation);
        return new(
            await DnaLosses.ReadAsync(connection, cancellation), names[Meaning.Organisation], names[Meaning.Person], names[Meaning.Concept],
            await DnaStatements.ReadAsync(connection, types, cancellation), (await connection.ListAsync("select count(*) from DOCUMENTS", row => row.GetInt64(0), cancellation))[0]);
    }

    public IAsyncEnumerable<CodedDocument> DocumentsAsync(CancellationToken cancellation) => connection.RowsAsync(Documents, Read, cancellation);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static CodedDocument Read(SqliteDataReader row)
    {
        var id = row.Word(0);
        var losses = new List<ImportLoss>();
        var time = DnaTime.Of(row, 7);
        if (time is null)
        {
            losses.Add(new($"document {id}", "Its date is none of the calendar."));
        }

        var text = Text(row, out var because);
        if (because is not null)
        {
            losses.Add(new($"document {id}", because));
        }

        var lost = new[] { ("author", row.Word(2)), ("section", row.Word(4)), ("type", row.Word(5)), ("notes", row.Word(6)), ("time of day", DnaTime.OfDay(time)) }
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2) && (part.Item1 != "author" || !string.IsNullOrWhiteSpace(row.Word(3))));
        losses.AddRange(lost.Select(part => new ImportLoss($"document {id}", $"There is no place for its {part.Item1}, {Told.Of(part.Item2)}.")));
        return new(id, id, row.Word(1), row.Word(2), row.Word(3), row.Word(6), time is { } known ? DateOnly.FromDateTime(known) : null, text, losses);
    }

    private static string? Text(SqliteDataReader row, out string? because)
    {
        because = row.GetValue(8) is long length && length > 4 * SourceText.MaxUtf8Bytes
            ? string.Create(CultureInfo.InvariantCulture, $"Its text has {length} characters; at most {SourceText.MaxUtf8Bytes} bytes are kept: divide it.")
            : null;
        if (because is not null)
        {
            return null;
        }

        var text = row.Word(9);
        if (!text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            return _strictly.GetString(row.GetFieldValue<byte[]>(9));
        }
        catch (DecoderFallbackException)
        {
            because = "Its text holds bytes that are not UTF-8.";
            return null;
        }
    }
}
