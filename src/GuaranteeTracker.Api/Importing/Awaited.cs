using System.Globalization;

namespace GuaranteeTracker.Api.Importing;

/// <summary>What a step can wait for: that a stream has a version, or that a step before it is decided.</summary>
internal readonly record struct Awaited(string Stream, long Version)
{
    public static Awaited Begun(string stream) => new(stream, 1);

    /// <summary>Whatever is decided: no stream has such a name.</summary>
    public static Awaited Decided(ImportEntry step) => new(string.Create(CultureInfo.InvariantCulture, $"#{step.Order}"), 1);
}
