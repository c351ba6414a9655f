using System.Text;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Rows;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Timelines;

namespace GuaranteeTracker.Api.Tests.Recording;

/// <summary>Rows are made from a quick look at stored facts, which sees what the whole fact says: whatever stands before, behind and inside.</summary>
public sealed class ReadingClaimFacts
{
    [Theory]
    [InlineData(FactNames.ClaimRecorded)]
    [InlineData(FactNames.ClaimCorrected)]
    public async Task A_stored_claim_is_read_as_its_whole_fact_is(string type)
    {
        var stored = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Golden", $"{type}.json"));

        Read(stored).Should().Be(WholeFact(type, stored));
    }

    [Theory]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    [InlineData("""[{"kind": "quantity", "number": 26, "unit": "countries", "bound": "at-least", "of": null}]""", true)]
    [InlineData("""[{"kind": "money", "amount": 1.50, "currency": "USD", "reportedAs": []}, {"kind": "quantity", "number": 2, "unit": "wings", "bound": "about", "of": null}]""", true)]
    public void Terms_with_nulls_inside_hide_nothing_that_comes_after_them(string terms, bool hasTerms)
    {
        const string Id = "3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f";
        var stored = $$"""
            {"claim": "{{Id}}", "content": {"act": "pledge", "actor": "ukraine", "conditions": ["a", "b"], "terms": {{terms}}, "topic": "arms-purchase", "stance": "commits",
             "voice": "quote", "stated": "2025-08-18", "summary": "Both said so.", "evidence": {"quotes": [{"end": 9, "exact": "x", "start": 7}, {"start": 80}], "source": "{{Id}}"} } }
            """;

        var (claim, content) = ClaimFactReader.Read(Encoding.UTF8.GetBytes(stored));

        claim.Should().Be(Id);
        content!.Outline.Should().BeEquivalentTo(new { HasTerms = hasTerms, HasConditions = true, Topic = "arms-purchase", Start = 7 });
        content.Act.Should().Be("pledge");
        content.Texts.Should().Equal("Both said so.", "x");
    }

    private static (Guid, ClaimOutline?) Read(string stored) => ClaimFactReader.Read(Encoding.UTF8.GetBytes(stored)) is var (claim, content) ? (claim, content?.Outline) : default;

    private static (Guid, ClaimOutline?) WholeFact(string type, string stored) => StoredFacts.Read(type, stored) switch
    {
        ClaimRecorded e => (e.Claim, ClaimOutline.Of(e.Content)),
        ClaimCorrected e => (e.Claim, ClaimOutline.Of(e.Content)),
        var other => throw new NotSupportedException(other.GetType().Name),
    };
}
