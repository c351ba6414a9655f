using System.Text;

namespace GuaranteeTracker.Benchmarks.Loading;

/// <summary>The bytes of requests.</summary>
internal sealed class Request(Uri service)
{
    public byte[] Get(string path, params string[] headers) => Make("GET", path, headers, "");

    public byte[] Post(string path, string key, string json) => Make("POST", path, [$"Authorization: Bearer {key}", "Content-Type: application/json"], json);

    private byte[] Make(string method, string path, string[] headers, string body) => Encoding.UTF8.GetBytes(string.Join("\r\n",
    [
        $"{method} {path} HTTP/1.1", $"Host: {service.Authority}", .. headers,
        .. body.Length == 0 ? Array.Empty<string>() : [$"Content-Length: {Encoding.UTF8.GetByteCount(body)}"],
        "", body,
    ]));
}
