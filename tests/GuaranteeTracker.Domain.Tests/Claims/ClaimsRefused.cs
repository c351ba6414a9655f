using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Domain.Tests.Claims;

using static Requests;

public sealed class ClaimsRefused
{
    public static TheoryData<Wrong<RecordClaim>> Refused => new()
    {
        new("no actor", Request with { Actor = null }, "/actor", "required"),
        new("a name for an actor", Request with { Actor = "United Kingdom" }, "/actor", "not-an-id"),
        new("an actor not on record", Request with { Actor = "france" }, "/actor", "unknown-actor"),
        new("no topic", Request with { Topic = null }, "/topic", "required"),
        new("a name for a topic", Request with { Topic = "Air support" }, "/topic", "not-an-id"),
        new("a topic not on record", Request with { Topic = "naval-support" }, "/topic", "unknown-topic"),
        new("no stance", Request with { Stance = null }, "/stance", "required"),
        new("another word for a stance", Request with { Stance = "agrees" }, "/stance", "unknown-word"),
        new("a stance in capitals", Request with { Stance = "Commits" }, "/stance", "unknown-word"),
        new("a stance as a number", Request with { Stance = "3" }, "/stance", "unknown-word"),
        new("another word for an act", Request with { Act = "tweet" }, "/act", "unknown-word"),
        new("a blank act", Request with { Act = "" }, "/act", "unknown-word"),
        new("no voice", Request with { Voice = null }, "/voice", "required"),
        new("another word for a voice", Request with { Voice = "rumour" }, "/voice", "unknown-word"),
        new("a name for a speaker", Request with { Speaker = "The minister" }, "/speaker", "not-an-id"),
        new("a speaker not on record", Request with { Speaker = "somebody" }, "/speaker", "unknown-actor"),
        new("hearsay without reporter", Request with { Voice = "hearsay" }, "/reportedBy", "reporter-missing"),
        new("a reporter of one's own words", Request with { ReportedBy = "us" }, "/reportedBy", "reporter-superfluous"),
        new("a name for a reporter", Request with { Voice = "hearsay", ReportedBy = "The US" }, "/reportedBy", "not-an-id"),
        new("a reporter not on record", Request with { Voice = "hearsay", ReportedBy = "somebody" }, "/reportedBy", "unknown-actor"),
        new("no date", Request with { Stated = null }, "/stated", "not-edtf"),
        new("a date in words", Request with { Stated = "on Monday" }, "/stated", "not-edtf"),
        new("a venue of many lines", Request with { Venue = "here\nthere" }, "/venue", "control-characters"),
        new("a long venue", Request with { Venue = new('a', 501) }, "/venue", "too-long"),
        new("no summary", Request with { Summary = null }, "/summary", "required"),
        new("a blank summary", Request with { Summary = " \n" }, "/summary", "required"),
        new("a long summary", Request with { Summary = new('a', 1_001) }, "/summary", "too-long"),
        new("a summary of many lines", Request with { Summary = "one\ntwo" }, "/summary", "control-characters"),
        new("half a letter in a summary", Request with { Summary = "\uD83D" }, "/summary", "not-unicode"),
        new("no condition in the place of one", Request with { Conditions = ["after a ceasefire", null] }, "/conditions/1", "required"),
        new("a long condition", Request with { Conditions = [new('a', 501)] }, "/conditions/0", "too-long"),
        new("too many conditions", Request with { Conditions = [.. Enumerable.Repeat("a", 21)] }, "/conditions", "too-many"),
        new("too many terms", Request with { Terms = [.. Enumerable.Repeat(Request.Terms![0], 21)] }, "/terms", "too-many"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_recorded_is_named_with_its_place(Wrong<RecordClaim> wrong) =>
        Given().When(Recording(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);

    [Fact]
    public void As_much_as_is_allowed_is_recorded() =>
        Given().When(Recording(Request with
        {
            Summary = new('a', 1_000),
            Venue = new('b', 500),
            Conditions = [.. Enumerable.Repeat(new string('c', 500), 20)],
            Terms = [.. Enumerable.Repeat(Request.Terms![0], 20)],
        })).Then(new ClaimRecorded(Id, Content with
        {
            Summary = new('a', 1_000),
            Venue = new('b', 500),
            Conditions = [.. Enumerable.Repeat(new string('c', 500), 20)],
            Terms = [.. Enumerable.Repeat(Content.Terms[0], 20)],
        }));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Given().When(Recording(new RecordClaim())).ThenUnacceptable(
            ("/actor", "required"), ("/topic", "required"), ("/stance", "required"), ("/voice", "required"),
            ("/stated", "not-edtf"), ("/summary", "required"), ("/evidence", "required"));

    [Fact]
    public void A_request_that_is_wrong_is_refused_even_for_an_id_that_is_taken() =>
        Given(Recorded).When(Recording(Request with { Stance = "agrees" })).ThenUnacceptable("/stance", "unknown-word");
}
