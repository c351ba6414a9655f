using System.Globalization;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Claims;

/// <summary>A source, a claim found in it, and the request that records it.</summary>
internal static class Requests
{
    public const string Article = "The minister said: “We will send planes.” Kyiv wants planes. So do others.";

    public static readonly Guid Id = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly Guid SourceId = Guid.Parse("22222222-2222-2222-2222-222222222222");

    public static readonly Source Source = SourceOf("2025-08-20");

    public static readonly ClaimReferences References = new(
        new HashSet<string> { "uk", "minister", "us" }, new HashSet<string> { "air-support", "sanctions" }, Source, Article);

    public static readonly RecordClaim Request = new()
    {
        Actor = "uk",
        Topic = "air-support",
        Stance = "commits",
        Act = "pledge",
        Voice = "quote",
        Speaker = "minister",
        Stated = "2025-08-18",
        Venue = "a press conference",
        Summary = "The UK will send planes.",
        Conditions = ["after a ceasefire"],
        Terms = [new() { Kind = "money", Amount = 90, Currency = "USD" }],
        Evidence = Quoting("We will send planes."),
    };

    public static readonly ClaimContent Content = new(
        "uk", "air-support", Stance.Commits, Act.Pledge, Voice.Quote, "minister", null, Date("2025-08-18"), "a press conference",
        "The UK will send planes.", ["after a ceasefire"], [new MoneyTerm(90, "USD", [])],
        new(SourceId, [new Quote("We will send planes.", null, null, 20, 40)]));

    public static readonly ClaimRecorded Recorded = new(Id, Content);

    public static Chapter<Claim, IClaimFact> Given(params IClaimFact[] facts) => new(facts.Aggregate((Claim?)null, Claim.Evolve));

    public static EvidenceInput Quoting(params string?[] exact) => new()
    {
        Source = SourceId.ToString(),
        Quotes = [.. exact.Select(words => new QuoteInput { Exact = words })],
    };

    /// <summary>The same content as a correction takes it.</summary>
    public static ClaimInput Corrected(Func<RecordClaim, ClaimInput> change) => change(Request);

    public static Edtf Date(string text) => Edtf.TryParse(text, out var date, out var because) ? date : throw new ArgumentException(because);

    public static Source SourceOf(string published) => new(
        new(SourceId, "https://example.org/", "The Independent", "An article", DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture), "en", new('0', 64), 76, null), null);

    /// <summary>What recording this decides.</summary>
    public static Func<Claim?, Decision<IClaimFact>> Recording(RecordClaim request) => claim => request.Decide(claim, Id, References);

    public static Func<Claim?, Decision<IClaimFact>> Recording(RecordClaim request, ClaimReferences references) => claim => request.Decide(claim, Id, references);

    public static Func<Claim?, Decision<IClaimFact>> Correcting(CorrectClaim request) => claim => request.Decide(claim, References);
}
