namespace GuaranteeTracker.Api.Recording;

/// <summary>The keys of the event streams: one stream per source, claim, actor, topic and encounter.</summary>
internal static class Streams
{
    /// <summary>What a claim's key begins with, before its id.</summary>
    public const string OfClaim = "claim:";

    public static string Source(Guid id) => $"source:{id}";

    public static string Claim(Guid id) => $"{OfClaim}{id}";

    public static string Actor(string id) => $"actor:{id}";

    public static string Topic(string id) => $"topic:{id}";

    public static string Encounter(Guid id) => $"encounter:{id}";
}
