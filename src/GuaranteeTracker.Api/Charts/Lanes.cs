using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Charts;

/// <summary>Positions over time, one lane for each actor or topic: what a <see cref="LaneChart"/> shows.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Subtitle">One sentence more of it.</param>
/// <param name="Items">In the order to show them in.</param>
/// <param name="From">Where it begins (UTC); null: with the first thing in it.</param>
/// <param name="To">Where it ends (UTC); null: with the last.</param>
internal sealed record Lanes(string Title, string Subtitle, IReadOnlyList<Lane> Items, IReadOnlyList<Marker> Markers, DateTime? From = null, DateTime? To = null);

/// <param name="Link">An address on this service.</param>
/// <param name="Dots">In the order of time.</param>
internal sealed record Lane(string Label, string? Link, IReadOnlyList<Segment> Segments, IReadOnlyList<Dot> Dots);

/// <summary>A stance that held from one instant to another.</summary>
/// <param name="Until">Null where it goes on.</param>
/// <param name="IsSecondHand">Only hearsay says so.</param>
internal sealed record Segment(DateTime From, DateTime? Until, Stance Stance, bool IsSecondHand, string? Link, string Title);

/// <summary>A claim.</summary>
/// <param name="Earliest">The first instant at which it can have been made; <see cref="DateTime.MinValue"/> for an open start.</param>
/// <param name="At">The last.</param>
internal sealed record Dot(DateTime Earliest, DateTime At, Stance Stance, bool IsSecondHand, string? Link, string Title);

/// <summary>An encounter.</summary>
internal sealed record Marker(DateTime At, string? Link, string Title);
