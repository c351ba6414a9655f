namespace GuaranteeTracker.Api.Pages;

/// <summary>A way to take along what a page shows.</summary>
/// <param name="Address">As it is known whenever it is asked for, or at the page's own K.</param>
/// <param name="Pinned">The same for ever; null where there is no such address.</param>
public sealed record Download(string Name, string Address, string? Pinned);
