using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Faults.Fuzzing.Describing;
using GuaranteeTracker.Faults.Fuzzing.Drawing;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>What was answered to requests that may change something, by what the answers are: an address may be spoilt, and still lead to an operation.</summary>
internal sealed class Answered(AddedKeys keys)
{
    private readonly ConcurrentDictionary<string, (WireRequest Request, int Status, bool MakesEvents)> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<WireRequest> _lost = [];
    private long _keyed, _added, _taken, _revoked, _erased, _erasedUnderKey;

    public void Note(WireRequest request, WireAnswer answer)
    {
        if (request.Method is "GET" or "HEAD" || answer.Header("x-correlation-id") is not { Length: > 0 } id)
        {
            return;
        }

        var (wentWell, body) = (answer.Status < 300, Body(answer));
        var (isKey, isErasure) = (wentWell && body?.ContainsKey("lastUsed") is true, wentWell && body?.ContainsKey("subject") is true);
        if (isKey && answer.Status == 201)
        {
            keys.Remember(body!);
        }

        Count(ref _keyed, wentWell && HasKey(request));
        Count(ref _added, isKey && answer.Status == 201);
        Count(ref _taken, answer.Status == 409 && answer.Text.Contains("/problems/key-id-taken\"", StringComparison.Ordinal));
        Count(ref _revoked, isKey && answer.Status == 200);
        Count(ref _erased, isErasure && answer.Status == 201 && !HasKey(request));
        Count(ref _erasedUnderKey, isErasure && answer.Status == 201 && HasKey(request));

        // A correlation id of the caller's own may come back: what went well under it counts.
        _answers.AddOrUpdate(id, (request, answer.Status, !isKey && !isErasure), (_, before) => before.Status < 300 ? before : (request, answer.Status, !isKey && !isErasure));
    }

    /// <summary>What was sent, and not answered: whoever hangs up, or breaks off in the midst of an import, may have been heard.</summary>
    public void NoteLost(WireRequest request)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            _lost.Add(request);
        }
    }

    public WireRequest? RequestOf(string correlation) => _answers.GetValueOrDefault(correlation).Request;

    /// <summary>Between two batches nothing is on its way.</summary>
    public Told Told()
    {
        var wentWell = _answers.Where(answer => answer.Value.Status < 300).ToList();
        var created = wentWell.Where(answer => answer.Value is { Status: 201, MakesEvents: true } && !HasKey(answer.Value.Request));
        return new(
            wentWell.Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal), created.Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal),
            _keyed, _added, _taken, _revoked, _erased, _erasedUnderKey) { Lost = [.. _lost] };
    }

    public void Forget()
    {
        _answers.Clear();
        _lost.Clear();
        (_keyed, _added, _taken, _revoked, _erased, _erasedUnderKey) = (0, 0, 0, 0, 0, 0);
    }

    private static void Count(ref long count, bool isSo) => Interlocked.Add(ref count, isSo ? 1 : 0);

    private static JsonObject? Body(WireAnswer answer)
    {
        try
        {
            return answer.Status < 300 && ServedDescription.Plain(answer.Header("content-type")) == "application/json" ? JsonNode.Parse(answer.Body) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null; // the judge tells
        }
    }

    private static bool HasKey(WireRequest request) => request.Bytes.AsSpan().IndexOf("Idempotency-Key:"u8) >= 0;
}
