using System.Globalization;
using System.Text;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Moving;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>Lines as the reader makes steps of them.</summary>
internal static class ImportLines
{
    public static ImportStep Step(long number, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        return new(string.Create(CultureInfo.InvariantCulture, $"line {number}"), NdjsonLine.Parse(bytes, out _)!.Step(out _)!) { Line = number, Bytes = bytes.Length };
    }
}
