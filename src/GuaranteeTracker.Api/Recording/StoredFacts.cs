using System.Text;
using System.Text.Json;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;

namespace GuaranteeTracker.Api.Recording;

/// <summary>Reads facts as Marten stores them.</summary>
internal static class StoredFacts
{
    /// <param name="type">The stored name.</param>
    /// <param name="json">The stored data.</param>
    public static IFact Read(string type, string json) => Read(type, Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="Read(string, string)"/>
    /// <param name="json">In UTF-8.</param>
    public static IFact Read(string type, ReadOnlySpan<byte> json) =>
        FactNames.Types.TryGetValue(type, out var fact) && JsonSerializer.Deserialize(json, fact, Json.Stored) is IFact read
            ? read
            : throw new NotSupportedException($"The record has no place for {type}.");
}
