using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

public sealed class CorrectingAClaim
{
    private static readonly CorrectClaim _request = new() { Reason = "misread", Claim = Request with { Stance = "open" } };
    private static readonly ClaimCorrected _corrected = new(Id, Content with { Stance = Stance.Open }, "misread");

    [Fact]
    public void A_correction_replaces_the_whole_content() => Given(Recorded).When(Correcting(_request)).Then(_corrected);

    [Fact]
    public void What_a_correction_leaves_out_is_empty() =>
        Given(Recorded).When(Correcting(_request with { Claim = Request with { Act = null, Speaker = null, Venue = null, Conditions = null, Terms = null } })).Then(
            new ClaimCorrected(Id, Content with { Act = Act.Statement, Speaker = null, Venue = null, Conditions = [], Terms = [] }, "misread"));

    [Fact]
    public void A_correction_may_change_the_cell() =>
        Given(Recorded).When(Correcting(_request with { Claim = Request with { Actor = "us", Topic = "sanctions" } })).Then(
            new ClaimCorrected(Id, Content with { Actor = "us", Topic = "sanctions" }, "misread"));

    [Fact]
    public void A_correction_in_force_records_nothing() => Given(Recorded, _corrected).When(Correcting(_request)).ThenNothing();

    [Fact]
    public void A_correction_that_another_one_replaced_is_recorded_again() =>
        Given(Recorded, _corrected, new ClaimCorrected(Id, Content, "it was right")).When(Correcting(_request)).Then(_corrected);

    [Fact]
    public void A_correction_may_lead_back_to_what_was_first_recorded() =>
        Given(Recorded, _corrected).When(Correcting(new() { Reason = "it was right", Claim = Request })).Then(
            new ClaimCorrected(Id, Content, "it was right"));

    [Fact]
    public void A_disputed_claim_can_be_corrected() =>
        Given(Recorded, new ClaimDisputed(Id, "doubtful")).When(Correcting(_request)).Then(_corrected);

    [Fact]
    public void Reasons_may_run_over_lines_and_are_trimmed() =>
        Given(Recorded).When(Correcting(_request with { Reason = " misread:\nsee the Ukrainian version " })).Then(
            _corrected with { Reason = "misread:\nsee the Ukrainian version" });

    [Fact]
    public void What_the_claim_says_already_is_nothing_to_correct() =>
        Given(Recorded).When(Correcting(_request with { Claim = Request })).ThenUnacceptable("/claim", "nothing-to-correct");

    [Fact]
    public void The_same_correction_for_another_reason_is_nothing_to_correct() =>
        Given(Recorded, _corrected).When(Correcting(_request with { Reason = "on second thoughts" })).ThenUnacceptable("/claim", "nothing-to-correct");

    [Fact]
    public void Nothing_can_be_corrected_that_was_never_recorded() => Given().When(Correcting(_request)).ThenMissing("unknown-claim");

    [Fact]
    public void A_retracted_claim_is_not_corrected() =>
        Given(Recorded, new ClaimRetracted(Id, "not said")).When(Correcting(_request)).ThenConflict("claim-retracted");

    [Fact]
    public void A_correction_keeps_the_source()
    {
        var other = Guid.Parse("33333333-3333-3333-3333-333333333333");
        var references = References with { Source = Source with { Registered = Source.Registered with { Source = other } } };

        Given(Recorded)
            .When(claim => (_request with { Claim = Request with { Evidence = Request.Evidence! with { Source = other.ToString() } } }).Decide(claim, references))
            .ThenUnacceptable("/claim/evidence/source", "other-source");
    }

    public static TheoryData<Wrong<CorrectClaim>> Refused => new()
    {
        new("no reason", _request with { Reason = null }, "/reason", "required"),
        new("a blank reason", _request with { Reason = " " }, "/reason", "required"),
        new("a long reason", _request with { Reason = new('a', 2_001) }, "/reason", "too-long"),
        new("control characters", _request with { Reason = "misread\u0007" }, "/reason", "control-characters"),
        new("half a letter", _request with { Reason = "\uDC00" }, "/reason", "not-unicode"),
        new("no content", _request with { Claim = null }, "/claim", "required"),
        new("an unknown topic", _request with { Claim = Request with { Topic = "naval-support" } }, "/claim/topic", "unknown-topic"),
        new("a stance that is none", _request with { Claim = Request with { Stance = "agrees" } }, "/claim/stance", "unknown-word"),
        new("no date", _request with { Claim = Request with { Stated = "" } }, "/claim/stated", "not-edtf"),
        new("said after publication", _request with { Claim = Request with { Stated = "2025-08-22" } }, "/claim/stated", "stated-after-publication"),
        new("words that are not there", _request with { Claim = Request with { Evidence = Quoting("tanks") } }, "/claim/evidence/quotes/0/exact", "evidence-not-found"),
        new("a long condition", _request with { Claim = Request with { Conditions = [new('a', 501)] } }, "/claim/conditions/0", "too-long"),
        new("a term without number", _request with { Claim = Request with { Terms = [new() { Kind = "money", Currency = "USD" }] } }, "/claim/terms/0/amount", "required"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_corrected_to_is_named_with_its_place(Wrong<CorrectClaim> wrong) =>
        Given(Recorded).When(Correcting(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);

    [Fact]
    public void Reason_and_content_are_told_at_once() =>
        Given(Recorded).When(Correcting(_request with { Reason = "", Claim = Request with { Stance = null } })).ThenUnacceptable(
            ("/reason", "required"), ("/claim/stance", "required"));
}
