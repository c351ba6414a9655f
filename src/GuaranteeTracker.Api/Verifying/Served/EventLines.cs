using System.Text.Json;
using GuaranteeTracker.Ledger;

namespace GuaranteeTracker.Api.Verifying.Served;

/// <summary>The lines of a page of <c>/api/events</c>.</summary>
internal static class EventLines
{
    /// <summary>Each line's JSON, which is gone with the next one.</summary>
    /// <exception cref="InvalidDataException">One of them is no JSON.</exception>
    public static IEnumerable<JsonElement> Read(byte[] page)
    {
        for (var start = 0; start < page.Length;)
        {
            var length = page.AsSpan(start).IndexOf((byte)'\n');
            length = length < 0 ? page.Length - start : length;
            if (length > 0)
            {
                using var line = Parse(page.AsMemory(start, length));
                yield return line.RootElement;
            }

            start += length + 1;
        }
    }

    /// <param name="headers">As the service says that they were stored.</param>
    public static Leaf Leaf(JsonElement e, JsonElement headers) => new(
        e.GetProperty("id").GetGuid(), e.GetProperty("stream").GetString()!, e.GetProperty("version").GetInt64(), e.GetProperty("type").GetString()!,
        e.GetProperty("recordedAt").GetDateTime().ToUniversalTime(), headers, e.GetProperty("data"));

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"/api/events answers with a line that is no JSON: {e.Message}", e);
        }
    }
}
