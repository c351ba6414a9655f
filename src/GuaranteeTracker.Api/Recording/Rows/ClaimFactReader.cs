using System.Text.Json;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Timelines;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Recording.Rows;

/// <summary>Reads no more of a claim's stored facts than rows are made of. What the words mean, the domain says.</summary>
internal static class ClaimFactReader
{
    /// <returns>The claim, and its content, if the fact has one.</returns>
    /// <exception cref="JsonException">It is not what a claim's fact is stored as.</exception>
    public static (Guid Claim, ClaimSaid? Content) Read(ReadOnlySpan<byte> data)
    {
        var json = new Utf8JsonReader(data);
        (Guid? claim, ClaimSaid? content) = (null, null);
        json.Read();
        while (json.NextMember())
        {
            if (json.ValueTextEquals("claim"u8))
            {
                json.Read();
                claim = json.GetGuid();
            }
            else if (json.ValueTextEquals("content"u8))
            {
                json.Read();
                content = ReadContent(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return (claim ?? throw Missing("claim"), content);
    }

    private static ClaimSaid ReadContent(ref Utf8JsonReader json)
    {
        var passages = new List<string>();
        string? act = null, summary = null, actor = null, topic = null, stance = null, voice = null, speaker = null, reportedBy = null, stated = null;
        var (hasConditions, hasTerms) = (false, false);
        (Guid? source, int? start) = (null, null);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("actor"u8)) { actor = json.NextText(); }
            else if (json.ValueTextEquals("topic"u8)) { topic = json.NextText(); }
            else if (json.ValueTextEquals("stance"u8)) { stance = json.NextText(); }
            else if (json.ValueTextEquals("voice"u8)) { voice = json.NextText(); }
            else if (json.ValueTextEquals("speaker"u8)) { speaker = json.NextText(); }
            else if (json.ValueTextEquals("reportedBy"u8)) { reportedBy = json.NextText(); }
            else if (json.ValueTextEquals("stated"u8)) { stated = json.NextText(); }
            else if (json.ValueTextEquals("conditions"u8)) { hasConditions = json.NextHasItems(); }
            else if (json.ValueTextEquals("terms"u8)) { hasTerms = json.NextHasItems(); }
            else if (json.ValueTextEquals("act"u8)) { act = json.NextText(); }
            else if (json.ValueTextEquals("summary"u8)) { summary = json.NextText(); }
            else if (json.ValueTextEquals("evidence"u8)) { json.Read(); (source, start) = ReadEvidence(ref json, passages); }
            else { json.Skip(); }
        }

        var outline = new ClaimOutline(
            actor ?? throw Missing("actor"), topic ?? throw Missing("topic"), Word<Stance>(stance, "stance"), Word<Voice>(voice, "voice"), speaker, reportedBy,
            Edtf.TryParse(stated, out var edtf, out var because) ? edtf : throw new JsonException(because), hasConditions, hasTerms,
            source ?? throw Missing("evidence.source"), start ?? throw Missing("evidence.quotes[0].start"));
        return new(outline, act ?? throw Missing("act"), [summary ?? throw Missing("summary"), .. passages]);
    }

    private static (Guid? Source, int? Start) ReadEvidence(ref Utf8JsonReader json, List<string> passages)
    {
        (Guid? source, int? start) = (null, null);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("source"u8))
            {
                json.Read();
                source = json.GetGuid();
            }
            else if (json.ValueTextEquals("quotes"u8))
            {
                json.Read();
                start = ReadQuotes(ref json, passages);
            }
            else
            {
                json.Skip();
            }
        }

        return (source, start);
    }

    private static int? ReadQuotes(ref Utf8JsonReader json, List<string> passages)
    {
        (int? start, var depth) = (null, json.CurrentDepth);
        while (json.Read() && json.CurrentDepth > depth)
        {
            if (json.CurrentDepth != depth + 2 || json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (start is null && json.ValueTextEquals("start"u8))
            {
                json.Read();
                start = json.GetInt32();
            }
            else if (json.ValueTextEquals("exact"u8) && json.NextText() is { } exact)
            {
                passages.Add(exact);
            }
        }

        return start;
    }

    private static T Word<T>(string? word, string member)
        where T : struct, Enum =>
        EnumWords.TryParse<T>(word ?? throw Missing(member), out var value) ? value : throw new JsonException($"{word} is no {member}.");

    private static JsonException Missing(string member) => new($"A claim's fact has no {member}.");
}

/// <summary>A claim's content as rows are made of it.</summary>
/// <param name="Texts">The summary, then each passage.</param>
internal sealed record ClaimSaid(ClaimOutline Outline, string Act, IReadOnlyList<string> Texts);
