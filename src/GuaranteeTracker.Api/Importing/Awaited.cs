using System.Globalization;

namespace GuaranteeTracker.Api.Importing;

/// <summary>Names of what a step can wait for: a stream, or that a stream has a version.</summary>
internal static class Awaited
{
    public static string Version(string stream, long version) => string.Create(CultureInfo.InvariantCulture, $"{stream}#{version}");
}
