using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>A request to which something was wrong.</summary>
/// <param name="Number">Which of the run; -1: found only afterwards, in the database.</param>
/// <param name="Request">Null where nobody knows which it was.</param>
/// <param name="Answer">Null where there was none.</param>
internal sealed record FuzzFault(ulong Seed, long Number, WireRequest? Request, WireAnswer? Answer, string What)
{
    public override string ToString() =>
        $"""
        seed {Seed}, request {Number}: {What}
        {Request}
        bytes: {(Request is null ? "" : Convert.ToBase64String(Request.Bytes.AsSpan(0, Math.Min(Request.Bytes.Length, 6_000))))}
        answer: {Answer?.Status} {(Answer is null ? "" : string.Join("; ", Answer.Headers.Select(header => $"{header.Key}: {header.Value}")))}
        {(Answer?.Text is { Length: > 1_500 } text ? text[..1_500] : Answer?.Text)}

        """;
}
