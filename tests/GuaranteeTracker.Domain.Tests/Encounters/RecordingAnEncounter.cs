using GuaranteeTracker.Domain.Encounters;

namespace GuaranteeTracker.Domain.Tests.Encounters;

using static Summits;

public sealed class RecordingAnEncounter
{
    [Fact]
    public void An_encounter_is_recorded_with_those_present_in_order_and_once() =>
        Given().When(Recording(Request with { Present = ["volodymyr-zelensky", "donald-trump", "volodymyr-zelensky"] })).Then(Recorded);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Its_place_may_be_left_out(string? place) =>
        Given().When(Recording(Request with { Place = place })).Then(new EncounterRecorded(Id, Content with { Place = null }));

    [Fact]
    public void Its_date_may_be_as_vague_as_EDTF_allows() =>
        Given().When(Recording(Request with { Date = "2025-08-11/2025-08-17" })).Then(new EncounterRecorded(Id, Content with { Date = Date("2025-08-11/2025-08-17") }));

    [Fact]
    public void The_same_again_records_nothing() => Given(Recorded).When(Recording(Request with { Id = Id.ToString(), Title = " Meeting in the White House" })).ThenNothing();

    [Fact]
    public void The_same_again_records_nothing_after_a_correction() =>
        Given(Recorded, new EncounterCorrected(Id, Content with { Place = null }, null)).When(Recording(Request)).ThenNothing();

    [Fact]
    public void Other_content_under_the_same_id_is_a_conflict() => Given(Recorded).When(Recording(Request with { Date = "2025-08-19" })).ThenConflict("encounter-id-taken");

    [Fact]
    public void What_was_corrected_to_is_other_content_than_was_first_recorded() =>
        Given(Recorded, new EncounterCorrected(Id, Content with { Place = null }, null)).When(Recording(Request with { Place = null })).ThenConflict("encounter-id-taken");

    public static TheoryData<Wrong<RecordEncounter>> Refused => new()
    {
        new("no title", Request with { Title = null }, "/title", "required"),
        new("a long title", Request with { Title = new('a', 201) }, "/title", "too-long"),
        new("a title on two lines", Request with { Title = "Meeting\nagain" }, "/title", "control-characters"),
        new("a title that looks like another", Request with { Title = "Meeting\uFEFF!" }, "/title", "invisible-characters"),
        new("half a letter", Request with { Title = "Meeting \uD83D" }, "/title", "not-unicode"),
        new("no date", Request with { Date = null }, "/date", "not-edtf"),
        new("a date in words", Request with { Date = "Monday" }, "/date", "not-edtf"),
        new("a long place", Request with { Place = new('a', 201) }, "/place", "too-long"),
        new("a place that looks like another", Request with { Place = "Kyiv\u200B" }, "/place", "invisible-characters"),
        new("no list of those present", Request with { Present = null }, "/present", "required"),
        new("nobody present", Request with { Present = [] }, "/present", "required"),
        new("too many present", Request with { Present = [.. Enumerable.Repeat("mark-rutte", 201)] }, "/present", "required"),
        new("a name", Request with { Present = ["donald-trump", "Mark Rutte"] }, "/present/1", "not-an-id"),
        new("no name", Request with { Present = [null] }, "/present/0", "not-an-id"),
        new("somebody not on record", Request with { Present = ["vladimir-putin"] }, "/present/0", "unknown-actor"),
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_recorded_is_named_with_its_place(Wrong<RecordEncounter> wrong)
    {
        Given().When(Recording(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);
        Given(Recorded).When(Recording(wrong.Request)).ThenUnacceptable(wrong.Pointer, wrong.Code);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Given().When(Recording(new())).ThenUnacceptable(("/title", "required"), ("/date", "not-edtf"), ("/present", "required"));

    [Fact]
    public void As_many_as_are_allowed_may_be_present() =>
        Given().When(Recording(Request with { Present = [.. Enumerable.Repeat("mark-rutte", 200)] })).Then(new EncounterRecorded(Id, Content with { Present = ["mark-rutte"] }));

    private static Func<Encounter?, Decision<IEncounterFact>> Recording(RecordEncounter request) => encounter => request.Decide(encounter, Id, Actors);
}
