namespace GuaranteeTracker.Api.Hosting;

/// <summary>A request for each recording route, as the description shows it, by operation.</summary>
internal static class Examples
{
    private const string Claim =
        """
        {
          "actor": "us", "topic": "us-air-support", "stance": "open", "act": "statement", "voice": "quote", "speaker": "donald-trump",
          "stated": "../2025-08-20", "venue": "Fox News interview", "summary": "The president said the US was willing to help, especially by air.",
          "conditions": [], "terms": [],
          "evidence": { "source": "dcb73d2d-251b-409c-8d6c-85f94c8576c5", "quotes": [{ "exact": "We're willing to help them with things, especially, probably ... by air" }] }
        }
        """;

    private const string Reason = """{ "reason": "The sentence is about another meeting." }""";

    /// <summary>For an import.</summary>
    public const string Lines =
        """
        {"type":"actor","id":"eu","name":"European Union","kind":"organisation","aliases":["EU"]}
        {"type":"topic","id":"frozen-assets","title":"Frozen assets","proposition":"Frozen Russian assets pay for the defence of Ukraine."}

        """;

    public static IReadOnlyDictionary<string, string> Requests { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["setActor"] = """{ "name": "Donald Trump", "kind": "person", "aliases": ["President Trump"], "mandates": [{ "for": "us", "from": "2025-01-20" }] }""",
        ["setTopic"] = """{ "title": "US air support", "proposition": "The United States supports Ukraine from the air." }""",
        ["registerSource"] = """{ "url": "https://example.org/article", "publisher": "Example", "title": "Leaders met", "published": "2025-08-20", "language": "en", "text": "Leaders met on Monday." }""",
        ["withdrawSource"] = Reason,
        ["recordClaim"] = Claim,
        ["recordClaims"] = $$"""{ "claims": [{{Claim}}] }""",
        ["correctClaim"] = $$"""{ "reason": "It was a paraphrase.", "claim": {{Claim}} }""",
        ["retractClaim"] = Reason,
        ["disputeClaim"] = Reason,
        ["resolveDispute"] = Reason,
        ["recordEncounter"] = """{ "title": "White House meeting", "date": "2025-08-18", "place": "Washington", "present": ["donald-trump", "volodymyr-zelensky"] }""",
        ["erase"] = """{ "kind": "source-text", "subject": "dcb73d2d-251b-409c-8d6c-85f94c8576c5", "reason": "The publisher asked for it." }""",
        ["correctEncounter"] = """{ "reason": "The date was wrong.", "title": "White House meeting", "date": "2025-08-18", "place": "Washington", "present": ["donald-trump"] }""",
        ["addKey"] = """{ "analyst": "Jane Doe", "role": "analyst", "label": "laptop", "expires": "2030-01-01" }""",
        ["revokeKey"] = """{ "reason": "The laptop was lost." }""",
    };
}
