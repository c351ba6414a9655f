namespace GuaranteeTracker.Api.Replaying;

/// <summary>A refusal in one line for the console.</summary>
internal static class Refusals
{
    public static string Describe(string detail, IReadOnlyDictionary<string, string[]>? errors) =>
        errors is null || errors.Count == 0 ? detail : string.Join(" ", errors.SelectMany(at => at.Value.Select(because => $"{at.Key}: {because}")));
}
