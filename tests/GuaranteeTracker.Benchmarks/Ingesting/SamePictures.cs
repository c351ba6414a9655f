using System.Globalization;
using System.Text.Json;
using GuaranteeTracker.Benchmarks.Generating;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Compares the pictures of two services, byte by byte.</summary>
internal static class SamePictures
{
    private const int Dates = 10;

    private static readonly string[] _members = ["topics", "contradictions", "counts"];

    /// <returns>Whether all are the same.</returns>
    public static async Task<bool> PrintAsync(Uri one, Uri other, int seed, TextWriter output, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        var differing = new List<string>();
        for (var i = 0; i < Dates; i++)
        {
            var day = World.First.AddDays(Draw.For(Draw.Kind.ShortArticle, -3 - seed, -1 - i).Below((World.End - World.First).Days));
            var path = string.Create(CultureInfo.InvariantCulture, $"/api/picture?asOf={day:yyyy-MM-dd}&view=cells");
            if (await ReadAsync(new(one, path)) != await ReadAsync(new(other, path)))
            {
                differing.Add(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}"));
            }
        }

        await output.WriteLineAsync(differing.Count == 0 ? $"pictures at {Dates} dates are the same" : $"pictures differ at {string.Join(", ", differing)}");
        return differing.Count == 0;

        async Task<string> ReadAsync(Uri address)
        {
            using var picture = JsonDocument.Parse(await http.GetByteArrayAsync(address, cancellation));
            return string.Join('\n', _members.Select(member => picture.RootElement.GetProperty(member).GetRawText()));
        }
    }
}
