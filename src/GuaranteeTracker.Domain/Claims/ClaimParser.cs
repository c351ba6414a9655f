using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Claims;

/// <summary>Turns a claim as sent into a claim as recorded, or names everything that stands in the way.</summary>
/// <param name="recorded">The claim as it is on record; null for a new one.</param>
/// <param name="at">JSON pointer of the claim inside the request; empty when it is the request.</param>
internal sealed class ClaimParser(ClaimInput input, ClaimReferences references, Claim? recorded, string at)
{
    public const int MaxConditions = 20, MaxTerms = 20;

    private readonly Faults _faults = new();

    public static Parsed<ClaimContent> Parse(ClaimInput input, ClaimReferences references, Claim? recorded, string at = "") =>
        new ClaimParser(input, references, recorded, at).Parse();

    private Parsed<ClaimContent> Parse()
    {
        var actor = Reference(input.Actor, "/actor", references.Actors, "actor", required: true);
        var topic = Reference(input.Topic, "/topic", references.Topics, "topic", required: true);
        var stance = EnumWords.Required<Stance>(input.Stance, at + "/stance", _faults);
        var act = input.Act is null ? Act.Statement : EnumWords.Required<Act>(input.Act, at + "/act", _faults);
        var voice = EnumWords.Required<Voice>(input.Voice, at + "/voice", _faults);
        var speaker = Reference(input.Speaker, "/speaker", references.Actors, "actor", required: false);
        var reportedBy = Reference(input.ReportedBy, "/reportedBy", references.Actors, "actor", required: false);
        CheckReporter(voice);
        var stated = Stated();
        var venue = Wording.OptionalLine(input.Venue, at + "/venue", _faults, Wording.LineLength);
        var summary = Wording.Line(input.Summary, at + "/summary", _faults, Wording.SummaryLength);
        var conditions = Conditions();
        var terms = TermParser.Parse(input.Terms ?? [], at + "/terms", _faults);
        var evidence = EvidenceParser.Parse(input.Evidence, references, recorded, at + "/evidence", _faults);

        return _faults.Any
            ? new(_faults)
            : new(new ClaimContent(actor!, topic!, stance, act, voice, speaker, reportedBy, stated!, venue, summary!, conditions, terms, evidence!));
    }

    private string? Reference(string? id, string pointer, IReadOnlySet<string> known, string what, bool required)
    {
        if (id is null && !required)
        {
            return null;
        }

        if (id is null)
        {
            _faults.Add(at + pointer, "required", $"This is required: the {what}'s id.");
        }
        else if (!Slug.IsValid(id))
        {
            _faults.Add(at + pointer, "not-an-id", Slug.Rule);
        }
        else if (!known.Contains(id))
        {
            _faults.Add(at + pointer, $"unknown-{what}", $"There is no {what} {id} on record; record it first, with PUT /api/{what}s/{id}.");
        }

        return id;
    }

    private void CheckReporter(Voice voice)
    {
        if (voice is Voice.Hearsay && input.ReportedBy is null)
        {
            _faults.Add(at + "/reportedBy", "reporter-missing", "Hearsay needs reportedBy: the id of the actor who told it.");
        }
        else if (voice is not Voice.Hearsay && input.ReportedBy is not null)
        {
            _faults.Add(at + "/reportedBy", "reporter-superfluous", "Only hearsay has reportedBy; for the actor's own words name the speaker.");
        }
    }

    private Edtf? Stated()
    {
        if (!Edtf.TryParse(input.Stated, out var stated, out var because))
        {
            _faults.Add(at + "/stated", "not-edtf", because);
        }
        else if (references.Source is { Registered.Published: var published } && !EffectiveInstant.TryFind(stated, published, out _))
        {
            _faults.Add(at + "/stated", "stated-after-publication", $"The source was published on {published:yyyy-MM-dd}; it cannot report what was said on {stated.Text}.");
        }

        return stated;
    }

    private ValueList<string> Conditions()
    {
        var conditions = input.Conditions ?? [];
        if (conditions.Count > MaxConditions)
        {
            _faults.Add(at + "/conditions", "too-many", $"At most {MaxConditions} conditions are kept.");
            return [];
        }

        return [.. conditions.Select((condition, i) => Wording.Line(condition, $"{at}/conditions/{i}", _faults, Wording.LineLength) ?? "")];
    }
}
