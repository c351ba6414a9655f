namespace GuaranteeTracker.Api.Pages;

/// <summary>An actor or topic as a page links to it.</summary>
/// <param name="Name">As known at the page's K.</param>
public sealed record Named(string Id, string Name);
