using System.Text;

namespace GuaranteeTracker.Faults.Fuzzing.Sending;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Headers">By name in lower case; several of one name are joined.</param>
/// <param name="IsStream">It does not end; only its beginning was read.</param>
internal sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool IsStream)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    public string Text => Encoding.UTF8.GetString(Body);
}
