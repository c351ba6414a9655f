using System.Text;
using GuaranteeTracker.Faults.Fuzzing.Describing;

namespace GuaranteeTracker.Faults.Fuzzing.Sending;

/// <summary>A request as it goes over the wire.</summary>
/// <param name="Operation">The one that must answer; null where the address or the method was spoilt, so that any may, or none.</param>
/// <param name="Endings">What its end may look like beside a whole answer.</param>
internal sealed record WireRequest(string Method, byte[] Bytes, Operation? Operation, Endings Endings)
{
    /// <summary>For people: control characters escaped, and no more than fits a screen.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetString(Bytes.AsSpan(0, Math.Min(Bytes.Length, 3_000))))
        {
            text.Append(letter is '\n' || !char.IsControl(letter) ? letter : letter == '\r' ? "" : $"\\u{(int)letter:x4}");
        }

        return Bytes.Length > 3_000 ? $"{text}… ({Bytes.Length} bytes)" : text.ToString();
    }
}

[Flags]
internal enum Endings
{
    /// <summary>A whole answer by the service itself.</summary>
    Answered = 0,

    /// <summary>It may be no HTTP: then the server in front refuses it without a word, by a bare status.</summary>
    Bare = 1,

    /// <summary>It is cut off: there may be no answer.</summary>
    Cut = 2,
}
