using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Domain.Tests.Encounters;

using static Summits;

public sealed class CorrectingAnEncounter
{
    private static readonly CorrectEncounter _request = new() { Reason = "it went on", Title = Request.Title, Date = "2025-08-18/2025-08-19", Place = Request.Place, Present = Request.Present };
    private static readonly EncounterCorrected _corrected = new(Id, Content with { Date = Date("2025-08-18/2025-08-19") }, "it went on");

    [Fact]
    public void A_correction_replaces_the_whole_content()
    {
        Given(Recorded).When(Correcting(_request)).Then(_corrected);
        Given(Recorded).When(Correcting(_request with { Place = null })).Then(_corrected with { Content = _corrected.Content with { Place = null } });
    }

    [Fact]
    public void A_reason_is_welcome_and_not_required() =>
        Given(Recorded).When(Correcting(_request with { Reason = null })).Then(_corrected with { Reason = null });

    [Theory]
    [InlineData("it went on")]
    [InlineData(null)]
    public void A_correction_in_force_records_nothing(string? reason) =>
        Given(Recorded, _corrected).When(Correcting(_request with { Reason = reason })).ThenNothing();

    [Fact]
    public void A_correction_may_lead_back() =>
        Given(Recorded, _corrected).When(Correcting(_request with { Date = "2025-08-18", Reason = null })).Then(new EncounterCorrected(Id, Content, null));

    [Fact]
    public void What_the_encounter_says_already_is_nothing_to_correct()
    {
        Given(Recorded).When(Correcting(_request with { Date = "2025-08-18" })).ThenUnacceptable("", "nothing-to-correct");
        Given(Recorded, _corrected).When(Correcting(_request with { Reason = "misread" })).ThenUnacceptable("", "nothing-to-correct");
    }

    [Fact]
    public void Its_own_id_may_be_given() => Given(Recorded).When(Correcting(_request with { Id = Id.ToString() })).Then(_corrected);

    [Fact]
    public void Nothing_can_be_corrected_that_was_never_recorded() => Given().When(Correcting(_request)).ThenMissing("unknown-encounter");

    public static TheoryData<Wrong<CorrectEncounter>> Refused => new()
    {
        new("another id", _request with { Id = "22222222-2222-2222-2222-222222222222" }, "/id", "other-id"),
        new("no id", _request with { Id = "the summit" }, "/id", "not-a-uuid"),
        new("a long reason", _request with { Reason = new('a', 2_001) }, "/reason", "too-long"),
        new("control characters", _request with { Reason = "it\u0007" }, "/reason", "control-characters"),
        new("half a letter", _request with { Reason = "it \uD83D" }, "/reason", "not-unicode"),
        new("no title", _request with { Title = "" }, "/title", "required"),
        new("no date", _request with { Date = "2025-13" }, "/date", "not-edtf"),
        new("nobody", _request with { Present = [] }, "/present", "required"),
        new("somebody not on record", _request with { Present = ["vladimir-putin"] }, "/present/0", "unknown-actor"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_corrected_to_is_named_with_its_place(Wrong<CorrectEncounter> wrong) =>
        Given(Recorded).When(Correcting(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);

    [Fact]
    public void Recorded_and_corrected_are_folded()
    {
        Given(Recorded).State.Should().Be(new Encounter(Id, Content, Content, null));
        Given(Recorded, _corrected).State.Should().Be(new Encounter(Id, Content, _corrected.Content, "it went on"));
        Given(Recorded, _corrected, new EncounterCorrected(Id, Content, null)).State.Should().Be(new Encounter(Id, Content, Content, null));
    }

    [Fact]
    public void An_event_nobody_knows_has_no_place_in_it() =>
        FluentActions.Invoking(() => Given(Recorded, new EncounterForgotten(Id))).Should().Throw<NotSupportedException>().WithMessage("*EncounterForgotten*");

    [Fact]
    public void A_life_begins_once_and_with_its_record()
    {
        FluentActions.Invoking(() => Given(_corrected)).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => Given(Recorded, Recorded)).Should().Throw<NotSupportedException>();
    }

    private static Func<Encounter?, Decision<IEncounterFact>> Correcting(CorrectEncounter request) => encounter => request.Decide(encounter, Actors);

    private sealed record EncounterForgotten(Guid Encounter) : IEncounterFact;
}
