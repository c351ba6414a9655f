namespace GuaranteeTracker.Api.Reading;

/// <summary>One way to write an answer.</summary>
/// <param name="Name">As the parameter <c>format</c> has it.</param>
/// <param name="Type">Media type, with its parameters.</param>
/// <param name="Shrinks">Whether compressing it is worth the time.</param>
internal sealed record Format(string Name, string Type, bool Shrinks = true)
{
    public static Format Json { get; } = new("json", "application/json; charset=utf-8");

    public static Format NdJson { get; } = new("ndjson", "application/x-ndjson");

    public static Format EventStream { get; } = new("event-stream", "text/event-stream");

    public static Format Text { get; } = new("plain", "text/plain; charset=utf-8");

    public static Format Csv { get; } = new("csv", "text/csv; charset=utf-8; header=present");

    /// <summary>An event list as the Discourse Network Analyzer writes it.</summary>
    public static Format Dna { get; } = new("dna", "text/csv; charset=utf-8; header=present");

    public static Format Html { get; } = new("html", "text/html; charset=utf-8");

    public static Format LinkFormat { get; } = new("link-format", WebLink.Format);

    /// <summary>Linked data in the words of schema.org.</summary>
    public static Format JsonLd { get; } = new("jsonld", "application/ld+json");

    /// <summary>Linked data in those of the W3C Web Annotation Data Model.</summary>
    public static Format Annotation { get; } = new("annotation", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"");

    public static Format Xml { get; } = new("xml", "application/xml; charset=utf-8");

    /// <summary>As oEmbed wants it.</summary>
    public static Format TextXml { get; } = new("xml", "text/xml; charset=utf-8");

    public static Format Svg { get; } = new("svg", "image/svg+xml; charset=utf-8");

    public static Format Png { get; } = new("png", "image/png", Shrinks: false);
}

/// <summary>An answer that is written already.</summary>
/// <param name="Headers">What else its head says, for as long as the answer is the same.</param>
internal sealed record Written(Format Format, byte[] Bytes, params IReadOnlyList<(string Name, string Value)> Headers) : IDatedAnswer
{
    /// <summary>The same for any two answers that differ in nothing but their D, or in which checkpoint a page names; null where nothing of that makes another answer.</summary>
    public Func<byte[]>? Essence { get; init; }

    public object? WithoutDate() => Essence?.Invoke();
}
