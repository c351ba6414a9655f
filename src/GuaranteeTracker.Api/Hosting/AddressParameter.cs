namespace GuaranteeTracker.Api.Hosting;

/// <summary>A parameter of the address that a route reads by itself, as its description tells of it.</summary>
internal sealed record AddressParameter(string Name, string Description, string Example, bool Repeatable = false)
{
    public static AddressParameter AsOf { get; } = new("asOf", "D: a date (its last microsecond, UTC) or an instant with its offset. Default: now.", "2025-08-20");

    public static AddressParameter Day { get; } = new("asOf", "D: a date (its last microsecond, UTC) or an instant with its offset. Default: the current date, UTC.", "2025-08-20");

    public static AddressParameter KnownAt { get; } = new("knownAt", "K: an instant with its offset, a date (its end, UTC) or seq:N. Default: everything on record.", "seq:120");

    public static AddressParameter Actor { get; } = new("actor", "Show only this actor; repeat it for several. Agreement goes on comparing all.", "us", Repeatable: true);

    public static AddressParameter Topic { get; } = new("topic", "Show only this topic; repeat it for several.", "us-air-support", Repeatable: true);

    public static AddressParameter View { get; } = new("view", "positions (the default, at most 2,000) or cells.", "cells");

    public static AddressParameter Version { get; } = new("v", "Version of rule and shape: 1. With asOf, knownAt and v the answer may be cached for ever.", "1");

    public static AddressParameter From { get; } = new("from", "D of the first picture: a date or an instant with its offset. Default: that of the second.", "2025-08-18");

    public static AddressParameter To { get; } = new("to", "D of the second picture. Default: now.", "2025-08-20");

    public static AddressParameter Since { get; } = new("from", "The first moment to show: a date (its first microsecond, UTC) or an instant with its offset. Default: the beginning.", "2025-08-15");

    public static AddressParameter Until { get; } = new("to", "The last moment to show: a date (its last microsecond, UTC) or an instant with its offset. Default: the end.", "2025-08-20");

    public static AddressParameter KnownFrom { get; } = new("knownFrom", "K of the first picture: an instant with its offset, a date (its end, UTC) or seq:N. Default: that of the second.", "seq:60");

    public static AddressParameter KnownTo { get; } = new("knownTo", "K of the second picture. Default: everything on record.", "seq:67");

    public static AddressParameter Limit { get; } = new("limit", "Rows on a page, 1 to 200. Default: 50.", "50");

    public static AddressParameter Page { get; } = new("cursor", "Where to go on, from the page before.", "");

    public static AddressParameter After { get; } = new("after", "Only what has a greater sequence number. Default: 0, from the beginning.", "120");

    public static AddressParameter Wish { get; } = new("q", "Only what this finds, the best first: an id, a name, another name, a part of one, or a misspelling. 1 to 200 characters.", "");

    public static AddressParameter Format(string names) => new("format", $"Wins over Accept: {names}.", "");

    public static IReadOnlyList<AddressParameter> Paging { get; } = [Limit, Page];
}

/// <summary>A header that a route reads by itself, as its description tells of it.</summary>
internal sealed record HeaderMetadata(string Name, string Description);

/// <summary>The parameters of one route.</summary>
internal sealed record ParametersMetadata(IReadOnlyList<AddressParameter> Parameters);
