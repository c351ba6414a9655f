namespace GuaranteeTracker.Api.Pages;

/// <summary>What a page says of itself to those who link to it, list it or cut it into a card.</summary>
/// <param name="Title">Without the service's name.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Path">The address to link to, beginning with a slash.</param>
public sealed record PageHead(string Title, string Description, string Path)
{
    /// <summary>Path of a PNG, 1200 × 675; null: the picture of today.</summary>
    public string? Image { get; init; }

    /// <summary>What the image shows, for those who do not see it.</summary>
    public string? ImageText { get; init; }

    /// <summary>Path of an Atom feed with what this page shows; null: of everything.</summary>
    public string? Feed { get; init; }

    /// <summary>Path of this page's oEmbed description; null where others may not embed it.</summary>
    public string? OEmbed { get; init; }

    /// <summary>The same for programs.</summary>
    public IReadOnlyList<AlternateForm> Alternates { get; init; } = [];

    /// <summary>The script that this page is better with.</summary>
    public string? Script { get; init; }

    /// <summary>Which part of the service this is, as the navigation has it.</summary>
    public string? Section { get; init; }

    /// <summary>Search engines list the original instead.</summary>
    public bool IsUnlisted { get; init; }
}

/// <summary>What a page shows, in another form.</summary>
/// <param name="Type">Media type, with its parameters.</param>
/// <param name="Path">Beginning with a slash.</param>
public sealed record AlternateForm(string Type, string Title, string Path);
