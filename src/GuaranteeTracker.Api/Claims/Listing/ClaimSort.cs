namespace GuaranteeTracker.Api.Claims.Listing;

/// <summary>The order of a list of claims.</summary>
/// <param name="Name">As the parameter <c>sort</c> has it.</param>
/// <param name="Column">What is compared first; then the claims' ids are.</param>
internal sealed record ClaimSort(string Name, string Column, bool Descends)
{
    private const string Effective = "effective", First = "first";

    public static ClaimSort Stated { get; } = new("stated", Effective, Descends: false);

    public static IReadOnlyList<ClaimSort> All { get; } =
        [Stated, new("-stated", Effective, Descends: true), new("recorded", First, Descends: false), new("-recorded", First, Descends: true)];

    /// <param name="of">What the rows are called.</param>
    public string OrderBy(string of) => Descends ? $"{of}.{Column} desc, {of}.claim desc" : $"{of}.{Column}, {of}.claim";

    /// <summary>Whether claims are in the order in which they were recorded.</summary>
    public bool IsByRecording => Column == First;
}
