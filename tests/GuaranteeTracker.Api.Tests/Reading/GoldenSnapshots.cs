using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Reading;

/// <summary>
/// What <c>v=1</c> promises: the bytes of its snapshots, held by files, which no change of rule, shape or order may outdate. Only when a checkpoint
/// was made differs from one recording of the seeds to the next, so that moment is left out.
/// </summary>
public sealed partial class GoldenSnapshots(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    public static TheoryData<string, string> Snapshots => new()
    {
        { "picture", "/api/picture?asOf=2025-08-20&knownAt=seq:67&v=1" },
        { "picture-of-cells", "/api/picture?asOf=2025-08-20&knownAt=seq:67&v=1&view=cells" },
        { "picture-of-an-instant", "/api/picture?asOf=2025-08-18T12:00:00Z&knownAt=seq:60&v=1" },
        { "picture-of-a-selection", "/api/picture?asOf=2025-08-19&knownAt=seq:67&v=1&actor=us&topic=us-air-support&topic=article-5-type-guarantee" },
        { "picture-before-the-record", "/api/picture?asOf=2025-08-20&knownAt=seq:0&v=1" },
        { "contradictions", "/api/contradictions?asOf=2025-08-20&knownAt=seq:67&v=1" },
        { "positions", "/api/positions/russia/security-guarantees?knownAt=seq:67&v=1" },
        { "changes", "/api/picture/changes?from=2025-08-18&to=2025-08-20&knownFrom=seq:50&knownTo=seq:67&v=1" },
        { "network", "/api/network?knownAt=seq:67&v=1&kind=subtract" },
        { "network-of-both", "/api/network?knownAt=seq:67&v=1&from=2025-08-18&to=2025-08-20&explain=true" },
        { "network-series", "/api/network?knownAt=seq:67&v=1&from=2025-08-15&to=2025-08-20&kind=congruence&normalisation=jaccard&window=3&isolates=dropped" },
        { "convergence", "/api/topics/security-guarantees/convergence?knownAt=seq:67&v=1&from=2025-08-15&step=2" },
        { "polarisation", "/api/polarisation?knownAt=seq:67&v=1&from=2025-08-15&to=2025-08-20&window=3&duplicates=day" },
        { "timeline", "/api/timeline?from=2025-08-15&to=2025-08-19&knownAt=seq:67&v=1" },
        { "timeline-for-timelinejs", "/api/timeline?from=2025-08-15&to=2025-08-19&knownAt=seq:67&v=1&format=timelinejs" },
    };

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task A_snapshot_of_version_1_has_the_bytes_it_always_had(string name, string address)
    {
        using var response = await tracker.Public.GetAsync(address);

        response.Headers.CacheControl!.Extensions.Should().Contain(extension => extension.Name == "immutable");
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "Snapshots", $"{name}.v1.json"));
        WithoutMoment(await response.Content.ReadAsStringAsync()).Should().Be(golden);
    }

    public static TheoryData<string, string> Exports => new()
    {
        { "timeline.v1.csv", "/api/timeline?from=2025-08-15&to=2025-08-19&knownAt=seq:67&v=1&format=csv" },
        { "timeline.v1.atom", "/api/timeline?from=2025-08-15&to=2025-08-19&knownAt=seq:67&v=1&format=atom" },
        { "timeline.v1.ics", "/api/timeline?knownAt=seq:67&v=1&format=ics" },
        { "network.v1.csv", "/api/network?knownAt=seq:67&v=1&kind=subtract&format=csv" },
        { "network.v1.graphml", "/api/network?knownAt=seq:67&v=1&format=graphml" },
        { "picture.v1.csv", "/api/picture?asOf=2025-08-19&knownAt=seq:67&v=1&format=csv" },
        { "picture-of-cells.v1.csv", "/api/picture?asOf=2025-08-19&knownAt=seq:67&v=1&view=cells&format=csv" },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task An_export_of_version_1_has_the_bytes_it_always_had(string file, string address)
    {
        using var response = await tracker.Public.GetAsync(address);

        response.Headers.CacheControl!.Extensions.Should().Contain(extension => extension.Name == "immutable");
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", "Snapshots", file));
        var answer = (await response.Content.ReadAsStringAsync()).Replace(response.Headers.GetValues("Known-At").Single(), "…", StringComparison.Ordinal);
        Recording().Replace(answer, "$1…").Should().Be(golden);
    }

    private static string WithoutMoment(string answer) => Moment().Replace(answer, "$1\"at\":\"…\"");

    [GeneratedRegex("""("known(?:From|To)?":\{"sequence":\d+,)"at":"[^"]+"(?=,"pending")""", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex("(<updated>|DTSTAMP:|LAST-MODIFIED:)[0-9TZ:.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Recording();
}
