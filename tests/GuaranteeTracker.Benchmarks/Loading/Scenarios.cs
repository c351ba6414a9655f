using System.Globalization;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Benchmarks.Ruling;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>What is asked of a service over a generated record.</summary>
internal sealed class Scenarios(Request request, long sequence, string etag)
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    private long _fresh;

    private string Same => Address(new(1, new(World.End.AddDays(-100), sequence)), "&view=cells");

    /// <summary>Where the entity tag for <see cref="All"/> comes from.</summary>
    public static string AddressOfTag(long sequence) => new Scenarios(null!, sequence, "").Same;

    /// <summary>The first is what all others are compared with.</summary>
    public IEnumerable<Scenario> All()
    {
        yield return Always("hello", request.Get("/health/live"));
        yield return new("pinned, cells, never asked before", _ => request.Get(Address(NextQuestion(), "&view=cells")));
        yield return Always("pinned, cells, the same again", request.Get(Same));
        yield return Always("pinned, cells, not modified", request.Get(Same, $"If-None-Match: {etag}"));
        yield return new("pinned, positions, never asked before", _ => request.Get(Address(NextQuestion(), "")));
        yield return Always("whole picture, cells, brotli", request.Get(
            string.Create(CultureInfo.InvariantCulture, $"/api/picture?asOf={World.End.AddDays(-100).ToString(Instant, null)}&knownAt=seq:{sequence}&v=1&view=cells"), "Accept-Encoding: br"));
        yield return new("not pinned, cells", n => request.Get(Current(n)));
        yield return new("not pinned, cells, while recording", n => request.Get(Current(n)), WhileRecording: true);
    }

    private static Scenario Always(string name, byte[] bytes) => new(name, _ => bytes);

    private static string Current(long number) => string.Create(
        CultureInfo.InvariantCulture, $"/api/picture?asOf=2025-12-31&topic={World.Topic((int)(number % World.Topics))}&view=cells");

    /// <summary>With 300 topics, 1,096 days and as many K as events, hardly one comes twice. Numbers beyond 4 million belong to no other measurement.</summary>
    private Question NextQuestion() => Question.At((int)(4_000_000 + Interlocked.Increment(ref _fresh)), World.Topics, sequence);

    private static string Address(Question question, string view) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/picture?asOf={question.Moment.AsOf.ToString(Instant, null)}&knownAt=seq:{question.Moment.Known}&v=1&topic={World.Topic(question.Topic)}{view}");
}
