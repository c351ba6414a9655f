using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Importing;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Moving.Dna;

/// <summary>A document and its statements as a source and claims, with what could not be carried over.</summary>
/// <param name="language">The tag of all documents' language: the files do not tell it.</param>
internal sealed class DocumentItems(CodedNames names, AgreementWord agreement, string language)
{
    public IEnumerable<ImportItem> Of(CodedDocument document, IReadOnlyList<CodedStatement> statements)
    {
        foreach (var loss in document.Losses)
        {
            yield return loss;
        }

        var because = document.Text is null || document.Day is null ? "" : null;
        SourceText? text = null;
        if (because is null && !SourceText.TryNormalise(document.Text, out text, out because))
        {
            yield return new ImportLoss(document.Where, because);
        }

        var source = text is null ? Guid.Empty : NameIds.Uuid("document", document.Id, document.Title, Iso.Day(document.Day!.Value), text.Sha256);
        if (text is not null)
        {
            yield return new ImportStep(document.Where, DocumentSource.Of(document, source, text, language));
        }

        var lineEnds = new LineEnds(document.Text ?? "", statements);
        if (text is not null && lineEnds.IsDoubtful)
        {
            yield return new ImportLoss(
                document.Where,
                "Its lines end in CR LF, and its statements' positions do not tell whether those are counted as one character or two; they were read as one, as DNA's editor counts: check the quotes.");
        }

        var kept = text is null ? null : new KeptText(lineEnds.Text, text.Text);
        foreach (var statement in statements)
        {
            foreach (var lost in statement.Lost)
            {
                yield return new ImportLoss(statement.Where, lost);
            }

            yield return Claim(statement with { Start = lineEnds.Position(statement.Start), Stop = lineEnds.Position(statement.Stop) }, source, kept);
        }
    }

    private ImportItem Claim(CodedStatement statement, Guid source, KeptText? text)
    {
        var stance = "";
        var because = statement.Unfit
            ?? (text is null ? "Its document could not be carried over." : null)
            ?? (statement.Organisation is null && statement.Person is null ? "It names neither a person nor an organisation." : null)
            ?? (statement.Concept is null ? "It names no concept." : null)
            ?? agreement.Read(statement.Agreement, out stance)
            ?? (statement.Day is null ? "It has no date." : null);
        if (because is not null || (because = text!.Find(statement.Start, statement.Stop, out var passage)) is not null
            || (because = Selector.Make(text.Text, passage, out var selector)) is not null)
        {
            return new ImportLoss(statement.Where, because);
        }

        var quote = new JsonObject { ["exact"] = selector.Exact };
        foreach (var (member, words) in new[] { ("prefix", selector.Prefix), ("suffix", selector.Suffix) }.Where(part => part.Item2 is not null))
        {
            quote[member] = words;
        }

        var (actor, speaker) = (statement.Organisation, statement.Person) switch
        {
            ({ } organisation, { } person) => (names.Organisation(organisation), names.Person(person)),
            ({ } organisation, null) => (names.Organisation(organisation), null),
            _ => (names.Person(statement.Person!), null),
        };
        var id = NameIds.Uuid("statement", source.ToString(), statement.Id).ToString();
        var body = new JsonObject
        {
            ["id"] = id, ["actor"] = actor, ["topic"] = names.Topic(statement.Concept!), ["stance"] = stance, ["act"] = "statement", ["voice"] = "paraphrase",
            ["stated"] = Iso.Day(statement.Day!.Value), ["summary"] = $"{Who(statement)} {stance}: {statement.Concept}",
            ["evidence"] = new JsonObject { ["source"] = source.ToString(), ["quotes"] = new JsonArray(quote) },
        };
        if (speaker is not null)
        {
            body["speaker"] = speaker;
        }

        return new ImportStep(statement.Where, RecordStep.Of(StepKind.Claim, id, body));
    }

    private static string Who(CodedStatement statement) =>
        statement is { Organisation: { } organisation, Person: { } person } ? $"{organisation} ({person})" : statement.Organisation ?? statement.Person!;
}
