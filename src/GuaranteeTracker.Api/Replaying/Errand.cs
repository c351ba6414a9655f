namespace GuaranteeTracker.Api.Replaying;

/// <summary>Who this process's own store says has recorded what was sent to it, and in which connection.</summary>
/// <param name="Analyst">Of whom the events have the pseudonym.</param>
internal sealed record Errand(string Analyst, string Correlation)
{
    public static Errand Replay { get; } = new("seeds", "replay");

    public static Errand Import { get; } = new("import", "import");
}
