using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing.Judging;

/// <summary>The headers that browsers go by are on every answer, and none that tells what runs here.</summary>
internal static class SafeHeaders
{
    public static string? Fault(WireAnswer answer) =>
        answer.Header("x-content-type-options") != "nosniff" ? "X-Content-Type-Options is missing"
        : answer.Header("referrer-policy") != "no-referrer" ? "Referrer-Policy is missing"
        : answer.Status != 304 && !answer.Header("content-security-policy").Contains("default-src", StringComparison.Ordinal) ? "Content-Security-Policy is missing"
        : answer.Headers.ContainsKey("server") || answer.Headers.ContainsKey("x-powered-by") ? "a header tells what runs here"
        : null;
}
