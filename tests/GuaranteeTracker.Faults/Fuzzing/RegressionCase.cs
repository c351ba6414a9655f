using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuaranteeTracker.Faults.Fuzzing.Describing;
using GuaranteeTracker.Faults.Fuzzing.Sending;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>A request that once found a fault, to be sent again by a test for ever.</summary>
/// <param name="Fault">What was wrong then.</param>
/// <param name="Operation">Whose answer it must be; null: of any.</param>
/// <param name="Shown">The request for people.</param>
/// <param name="Bytes">As it is sent, in base64.</param>
internal sealed record RegressionCase(string Fault, string Method, string? Operation, Endings Endings, string Shown, string Bytes)
{
    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RegressionCase Of(FuzzFault fault) => new(
        fault.What, fault.Request!.Method, fault.Request.Operation?.Id, fault.Request.Endings, fault.Request.ToString(), Convert.ToBase64String(fault.Request.Bytes));

    public static RegressionCase Read(string file) => JsonSerializer.Deserialize<RegressionCase>(File.ReadAllText(file), _options)!;

    public WireRequest Request(ServedDescription description) =>
        new(Method, Convert.FromBase64String(Bytes), description.Operations.SingleOrDefault(operation => operation.Id == Operation), Endings);

    public Task WriteAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(Bytes)))[..12];
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.json"), JsonSerializer.Serialize(this, _options) + "\n", cancellation);
    }
}
