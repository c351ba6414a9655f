using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

/// <summary>No evidence, no claim.</summary>
public sealed class EvidenceOfAClaim
{
    [Fact]
    public void Passages_are_kept_in_the_order_of_their_start() =>
        Given().When(Recording(Request with { Evidence = Quoting("Kyiv wants planes.", "The minister", "We will send planes.") })).Then(
            new ClaimRecorded(Id, Content with
            {
                Evidence = new(SourceId, [new("The minister", null, null, 0, 12), new("We will send planes.", null, null, 20, 40), new("Kyiv wants planes.", null, null, 42, 60)]),
            }));

    [Fact]
    public void Passages_of_one_start_are_kept_in_the_order_of_their_end() =>
        Given().When(Recording(Request with { Evidence = Quoting("The minister said", "The minister") })).Then(
            new ClaimRecorded(Id, Content with
            {
                Evidence = new(SourceId, [new("The minister", null, null, 0, 12), new("The minister said", null, null, 0, 17)]),
            }));

    [Fact]
    public void The_order_in_which_passages_are_sent_makes_no_other_claim() =>
        Given(new ClaimRecorded(Id, Content with { Evidence = new(SourceId, [new("The minister", null, null, 0, 12), new("We will send planes.", null, null, 20, 40)]) }))
            .When(Recording(Request with { Evidence = Quoting("We will send planes.", "The minister") })).ThenNothing();

    [Fact]
    public void What_stands_before_and_after_is_kept() =>
        Given().When(Recording(Request with
        {
            Evidence = Quoting() with { Quotes = [new() { Exact = "planes.", Prefix = "wants ", Suffix = " So" }] },
        })).Then(new ClaimRecorded(Id, Content with { Evidence = new(SourceId, [new("planes.", "wants ", " So", 53, 60)]) }));

    public static TheoryData<Wrong<EvidenceInput?>> Refused => new()
    {
        new("none", null, "/evidence", "required"),
        new("no source", Quoting("Kyiv") with { Source = null }, "/evidence/source", "required"),
        new("no UUID", Quoting("Kyiv") with { Source = "the-independent" }, "/evidence/source", "not-a-uuid"),
        new("no list of passages", Quoting() with { Quotes = null }, "/evidence/quotes", "required"),
        new("no passage", Quoting(), "/evidence/quotes", "required"),
        new("too many passages", Quoting(new string?[51]), "/evidence/quotes", "required"),
        new("no words", Quoting((string?)null), "/evidence/quotes/0/exact", "evidence-empty"),
        new("words that are not there", Quoting("Kyiv", "We will send tanks."), "/evidence/quotes/1/exact", "evidence-not-found"),
        new("words that are there twice", Quoting("planes"), "/evidence/quotes/0/exact", "evidence-ambiguous"),
        new("words too many", Quoting(new string('a', 4_001)), "/evidence/quotes/0/exact", "evidence-too-long"),
        new("the same words twice", Quoting("Kyiv", "wants", "Kyiv"), "/evidence/quotes/2", "evidence-twice"),
        new(
            "words that stand elsewhere", Quoting() with { Quotes = [new() { Exact = "Kyiv", Prefix = "In " }] },
            "/evidence/quotes/0/exact", "evidence-context-mismatch"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_evidence_is_named_with_its_place(Wrong<EvidenceInput?> wrong) =>
        Given().When(Recording(Request with { Evidence = wrong.Request })).ThenUnacceptable(wrong.Pointer, wrong.Code);

    [Fact]
    public void The_same_words_in_two_places_are_two_passages() =>
        Given().When(Recording(Request with
        {
            Evidence = Quoting() with { Quotes = [new() { Exact = "planes", Prefix = "wants " }, new() { Exact = "planes", Prefix = "send " }] },
        })).Then(new ClaimRecorded(Id, Content with { Evidence = new(SourceId, [new("planes", "send ", null, 33, 39), new("planes", "wants ", null, 53, 59)]) }));

    [Fact]
    public void As_many_passages_as_are_allowed_are_found()
    {
        var words = Article.Select((_, i) => Article[..(i + 1)]).Take(50).ToArray<string?>();

        new RecordClaim { Evidence = Quoting(words) }.Decide(null, Id, References).Should().BeOfType<Decision<IClaimFact>.Refused>()
            .Which.Why.Faults.Should().NotContain(fault => fault.Pointer.StartsWith("/evidence/quotes/1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_that_is_not_on_record_is_evidence_of_nothing() =>
        Given().When(Recording(Request, References with { Source = null, Text = null })).ThenUnacceptable("/evidence/source", "unknown-source");

    [Fact]
    public void From_a_text_that_was_taken_down_nothing_more_is_quoted() =>
        Given().When(Recording(Request, References with { Text = null })).ThenUnacceptable("/evidence/source", "text-taken-down");

    [Fact]
    public void Once_the_text_was_taken_down_the_same_again_still_records_nothing() =>
        Given(Recorded).When(Recording(Request, References with { Text = null })).ThenNothing();

    [Fact]
    public void Once_the_text_was_taken_down_a_correction_may_quote_what_the_claim_quotes_and_no_more()
    {
        var correction = new CorrectClaim { Reason = "misread", Claim = Request with { Stance = "open" } };

        Given(Recorded).When(claim => correction.Decide(claim, References with { Text = null })).Then(
            new ClaimCorrected(Id, Content with { Stance = Stance.Open }, "misread"));
        Given(Recorded).When(claim => (correction with { Claim = Request with { Evidence = Quoting("We will send planes.", "Kyiv wants planes.") } }).Decide(claim, References with { Text = null }))
            .ThenUnacceptable("/claim/evidence/source", "text-taken-down");
    }

    [Fact]
    public void Of_many_absent_words_only_the_first_five_are_looked_for()
    {
        var request = Request with { Evidence = Quoting([.. Enumerable.Repeat("tanks", 6)]) };

        request.Decide(null, Id, References).Should().BeOfType<Decision<IClaimFact>.Refused>().Which.Why.Faults
            .Select(fault => fault.Because.StartsWith("This was not looked for", StringComparison.Ordinal)).Should().Equal(false, false, false, false, false, true);
    }
}
