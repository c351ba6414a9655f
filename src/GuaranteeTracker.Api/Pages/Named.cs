namespace GuaranteeTracker.Api.Pages;

/// <summary>An actor or a topic as a page names it.</summary>
/// <param name="Id">Its slug.</param>
/// <param name="Name">As known at K.</param>
public sealed record Named(string Id, string Name);
