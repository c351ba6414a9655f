using System.Text;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>What callers were told since the last time.</summary>
/// <param name="Any">Correlation ids of all that were answered 2xx.</param>
/// <param name="Created">Of those, which were answered 201 to something new in the log of events.</param>
/// <param name="Keyed">How many were answered 2xx and had an Idempotency-Key.</param>
/// <param name="Keys">How many keys were added.</param>
/// <param name="TakenKeys">How many keys were refused since their id is taken: whom they were for is entered before that is seen.</param>
/// <param name="Revocations">How many revocations went well; a key may be revoked again.</param>
/// <param name="Erasures">How many were told to be new, without those that may be an answer told before.</param>
/// <param name="RepeatableErasures">How many of those there were, too.</param>
internal sealed record Told(
    IReadOnlySet<string> Any, IReadOnlySet<string> Created, long Keyed = 0, long Keys = 0, long TakenKeys = 0, long Revocations = 0, long Erasures = 0, long RepeatableErasures = 0)
{
    /// <summary>Requests that may change something, and were not answered.</summary>
    public IReadOnlyList<WireRequest> Lost { get; init; } = [];

    /// <summary>How many of those have these words in them.</summary>
    public long LostWith(string words) => Lost.Count(request => Has(request, words));

    /// <summary>Whether one that was not answered may have put something into a stream: it names it, or leaves it to the service to choose an id for a new one.</summary>
    public bool MayHaveStored(string stream)
    {
        var (kind, id) = (stream[..stream.IndexOf(':', StringComparison.Ordinal)], stream[(stream.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return Lost.Any(request => Has(request, id) || (!Has(request, "\"id\"") && (Has(request, $"POST /api/{kind}s") || (Has(request, "POST /api/import") && Has(request, $"\"{kind}\"")))));
    }

    private static bool Has(WireRequest request, string words) => request.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;

    public static Told Nothing { get; } = new(new HashSet<string>(), new HashSet<string>());
}
