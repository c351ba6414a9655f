using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

public sealed class RecordingAClaim
{
    private static readonly ClaimReferences _withdrawn = References with { Source = Source with { WithdrawalReason = "a forgery" } };

    [Fact]
    public void A_claim_is_recorded_with_everything_it_says() => Given().When(Recording(Request)).Then(Recorded);

    [Fact]
    public void What_may_be_left_out_is_empty() =>
        Given().When(Recording(Request with { Act = null, Speaker = null, Venue = null, Conditions = null, Terms = null })).Then(
            new ClaimRecorded(Id, Content with { Act = Act.Statement, Speaker = null, Venue = null, Conditions = [], Terms = [] }));

    [Fact]
    public void A_blank_venue_is_none() =>
        Given().When(Recording(Request with { Venue = "  " })).Then(new ClaimRecorded(Id, Content with { Venue = null }));

    [Fact]
    public void Hearsay_is_recorded_with_who_told_it() =>
        Given().When(Recording(Request with { Voice = "hearsay", ReportedBy = "us" })).Then(
            new ClaimRecorded(Id, Content with { Voice = Voice.Hearsay, ReportedBy = "us" }));

    [Fact]
    public void The_trackers_own_words_are_trimmed_and_brought_into_one_form() =>
        Given().When(Recording(Request with { Summary = " The UK will send planes. ", Venue = "a press confe\u0301rence", Conditions = ["after a ceasefire\t"] }))
            .Then(new ClaimRecorded(Id, Content with { Venue = "a press conférence" }));

    [Fact]
    public void The_same_again_records_nothing() => Given(Recorded).When(Recording(Request)).ThenNothing();

    [Fact]
    public void The_same_in_other_writing_records_nothing() =>
        Given(Recorded).When(Recording(Request with
        {
            Id = Id.ToString(),
            Summary = "The UK will send planes.  ",
            Terms = [new() { Kind = "money", Amount = 90.00m, Currency = "USD", ReportedAs = [] }],
        })).ThenNothing();

    [Fact]
    public void The_same_again_records_nothing_after_a_correction_a_dispute_and_a_retraction() =>
        Given(
                Recorded,
                new ClaimCorrected(Id, Content with { Stance = Stance.Open }, "misread"),
                new ClaimDisputed(Id, "doubtful"),
                new ClaimRetracted(Id, "not said"))
            .When(Recording(Request)).ThenNothing();

    [Fact]
    public void The_same_again_records_nothing_after_its_source_was_withdrawn() =>
        Given(Recorded).When(Recording(Request, _withdrawn)).ThenNothing();

    [Fact]
    public void Other_content_under_the_same_id_is_a_conflict() =>
        Given(Recorded).When(Recording(Request with { Stance = "open" })).ThenConflict("claim-id-taken");

    [Fact]
    public void What_was_corrected_to_is_other_content_than_was_first_recorded() =>
        Given(Recorded, new ClaimCorrected(Id, Content with { Stance = Stance.Open }, "misread"))
            .When(Recording(Request with { Stance = "open" })).ThenConflict("claim-id-taken");

    [Fact]
    public void Nothing_is_recorded_from_a_withdrawn_source() =>
        Given().When(Recording(Request, _withdrawn)).ThenUnacceptable("/evidence/source", "source-withdrawn");

    [Theory]
    [InlineData("2025-08-20", "2025-08-21T11:59:59Z")]
    [InlineData("2025-08-20", "2025-08-20/..")]
    [InlineData("2025-08-20", "../2025-12")]
    public void Words_may_be_as_late_as_the_publication_allows(string published, string stated) =>
        Given().When(Recording(Request with { Stated = stated }, References with { Source = SourceOf(published) })).Then(
            new ClaimRecorded(Id, Content with { Stated = Date(stated) }));

    [Theory]
    [InlineData("2025-08-20", "2025-08-21T12:00:00Z")]
    [InlineData("2025-08-20", "2025-08-22")]
    [InlineData("2025-08-20", "2025-09")]
    public void A_source_cannot_report_what_was_said_after_it(string published, string stated) =>
        Given().When(Recording(Request with { Stated = stated }, References with { Source = SourceOf(published) }))
            .ThenUnacceptable("/stated", "stated-after-publication");
}
