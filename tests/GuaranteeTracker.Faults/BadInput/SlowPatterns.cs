using System.Diagnostics;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Faults.BadInput;

/// <summary>Words to search for, and dates, that are made to keep whoever reads them busy.</summary>
public sealed class SlowPatterns(Tracker tracker) : IClassFixture<Tracker>
{
    private const int LongestAddress = 7_000;

    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Pieces => new("(a+)+", "a ", "\"a ", "-a ", "%", "_%", "\\", "a&", "!", "ﬀ", "a\u0301", "1-", "2025-", "../", "x:*|");

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task They_are_answered_or_refused_at_once(string piece)
    {
        await tracker.RecordClaimAsync(await tracker.RecordCatalogueAsync());
        var escaped = Uri.EscapeDataString(piece);
        var pattern = string.Concat(Enumerable.Repeat(escaped, LongestAddress / escaped.Length));
        foreach (var address in new[] { "/api/claims?q=", "/api/claims/facets?q=", "/api/actors?q=", "/api/topics?q=", "/api/picture?asOf=", "/api/picture?knownAt=", "/api/timeline?from=", "/api/claims?cursor=", "/oembed?url=" })
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await tracker.Public.GetAsync(address + pattern);

            ((int)response.StatusCode).Should().BeOneOf([200, 400, 404, 422], address);
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(_soon, address);
            Refusing.ShouldBeSafe(response);
        }
    }
}
