using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Moving;

/// <summary>Reads the lines of an export, or of somebody's own hand. Blank lines are passed over.</summary>
internal sealed class NdjsonReader(Stream stream) : IImportReader
{
    /// <summary>What a request may hold, without what a line says beside it: nothing comes in here that would not come in over HTTP.</summary>
    private const long LongestButSources = Limits.LargestBody + 4096;

    private (long Line, long Count)? _head;
    private long _lines;

    /// <inheritdoc/>
    public double? Progress => stream.CanSeek && stream.Length > 0 ? (double)stream.Position / stream.Length : null;

    /// <exception cref="UnusableInputException">An export's head is of another version, or none.</exception>
    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (number, line) in NdjsonLines.CutAsync(stream, cancellation))
        {
            var (where, bytes) = (Where(number), line?.Length ?? 0);
            var content = Trim(line, isFirst: number == 1);
            if (line is not null && content.Length == 0)
            {
                continue;
            }

            var because = $"This line is too long: at most {NdjsonLines.Longest} bytes are read.";
            var parsed = line is null ? null : NdjsonLine.Parse(content.Span, out because);
            if (parsed?.Type == NdjsonLine.Head)
            {
                if (EndOfHead() is { } loss)
                {
                    yield return loss;
                }

                (_head, _lines) = ((number, CountOf(parsed.Request.Span, where)), 0);
                continue;
            }

            _lines++;
            if (parsed is not null && parsed.Type != EnumWords.Of(StepKind.Source) && parsed.Request.Length > LongestButSources)
            {
                (parsed, because) = (null, $"This line is too long: but for sources at most {LongestButSources} bytes are read.");
            }

            yield return parsed?.Step(out because) is { } step ? new ImportStep(where, step) { Line = number, Bytes = bytes } : new ImportLoss(where, because) { Line = number, Bytes = bytes };
        }

        if (EndOfHead() is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Where lines are missing, or more than the head said.</summary>
    private ImportLoss? EndOfHead() => _head is { } head && head.Count != _lines
        ? new(Where(head.Line), string.Create(CultureInfo.InvariantCulture, $"The head says that {head.Count} lines follow, and {_lines} do: the file was cut short, or changed.")) { Line = head.Line }
        : null;

    private static string Where(long line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    private static long CountOf(ReadOnlySpan<byte> content, string where)
    {
        var head = ReadHead(content, where);
        return NumberIn(head, "v") != Export.Version
            ? throw new UnusableInputException($"{where}: this is no export of version {Export.Version}, the only one that can be read.")
            : NumberIn(head, "count") ?? throw new UnusableInputException($"{where}: the head of an export says in count how many lines follow.");
    }

    private static long? NumberIn(JsonElement head, string member) =>
        head.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static JsonElement ReadHead(ReadOnlySpan<byte> content, string where)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(content, Json.Options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new UnusableInputException($"{where}: this is no head of an export.", e);
        }
    }

    private static ReadOnlyMemory<byte> Trim(byte[]? line, bool isFirst)
    {
        ReadOnlyMemory<byte> content = line;
        if (isFirst && content.Span.StartsWith("\uFEFF"u8))
        {
            content = content[3..]; // a byte order mark
        }

        return content.Trim(" \t\r"u8);
    }
}
