using CsCheck;
using GuaranteeTracker.Faults.Fuzzing.Describing;

namespace GuaranteeTracker.Faults.Fuzzing.Drawing;

/// <summary>Values by the name of what they are for: mostly some that fit, else some that nearly do.</summary>
internal sealed class Values(ServedDescription description, OnRecord record)
{
    /// <summary>A record begins with 67 events, and so many leaves.</summary>
    private const int Leaves = 67;

    // Few ids for what is new, so that requests meet each other and the record does not grow without end.
    private static readonly string[] _newIds = [.. Enumerable.Range(1, 300).Select(i => $"00000000-0000-4000-8000-{i:x12}")], _newSlugs = [.. Enumerable.Range(1, 12).Select(i => $"new-{i}")];

    private static readonly string[]
        _dates =
        [
            "2025-08-18", "2025-08-18", "2025-08-19", "2025-08-20", "2025-08", "2025", "2025-08-18/2025-08-20", "../2025-08-20", "2025-08-18T21:30:00-04:00", "2025-08-18T21:30:00Z", "2024-02-29", "2025-01-20",
            "2025-02-30", "2025-13-01", "0000-01-01", "0000", "0001-01-01", "-0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "10000-01-01", "Y-17000", "2025-XX", "2025-08-XX", "2025-08-18?", "2025-08-18~", "2025-08-18%", "201X", "2025-21", "[2025,2026]", "{2025}",
            "..", "../..", "/", "2025-08-20/2025-08-18", "2025-08-18/..", "2025-08-18/", "2025-W33", "2025-230", "20250818", "2025-08-18T24:00:00Z", "2025-08-18T23:59:60Z", "2025-08-18T21:30:00+14:01", "2025-08-18T21:30:00+25:00", "2025-08-18T21:30", "2025-8-18", "２０２５-08-18",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2025-08-18T21:30:00.123456789012345Z", "2999-01-01", "1582-10-10", "2025-08-18 21:30",
        ],
        _moments =
        [
            "seq:5", "seq:20", "seq:40", "seq:60", "seq:0", "seq:1", "2025-08-20", "2026-01-01", "2020-01-01T00:00:00Z", "seq:-1", "seq:05", "seq: 5", "SEQ:5", "seq:9223372036854775807", "seq:9223372036854775808", "0001-01-01", "2025-02-30", "now", "seq:5.0", "seq:+5",
        ],
        _future = ["seq:99999999", "2999-01-01T00:00:00Z", "9999-12-31", "9999-12-31T23:59:59.9999999Z"],
        _limits = ["1", "2", "50", "200", "201", "0", "-1", "1000000000", "99999999999999999999", "1.5", "ten", "", "+1", "01", "１"],
        _formats = ["json", "csv", "ndjson", "atom", "ics", "timelinejs", "dna", "jsonld", "annotation", "graphml", "svg", "html", "xml", "JSON", "", "nope"],
        _words = ["a sentence of words", "Fox News interview", "Leaders met on Monday.", "The US would help by air.", "Who said so?", "Київ", "Вашингтон"],
        _urls = ["https://example.org/article", "http://example.org/ä?q=1#x", "javascript:alert(1)", "//example.org", "https://", "ftp://example.org", "https://user:pass@example.org/", "https://exa mple.org", "https://[::1]/", "https://xn--80ak6aa92e.com/", "/picture"],
        _languages = ["en", "uk", "ru", "de-CH", "en_US", "x", "zh-Hant-TW-x-private-toolong", "e n", ""];

    private static readonly Dictionary<string, string[]> _listed = new(StringComparer.Ordinal)
    {
        ["stance"] = ["rejects", "opposes", "undecided", "open", "supports", "commits", "Open", "neutral", "3"],
        ["act"] = ["statement", "offer", "request", "demand", "pledge", "proposal", "refusal", "warning", "Statement"],
        ["voice"] = ["quote", "paraphrase", "observation", "quote", "paraphrase", "observation", "hearsay", "HEARSAY"],
        ["bound"] = ["exactly", "at-least", "at-most", "about", "atLeast"],
        ["status"] = ["live", "disputed", "retracted", "withdrawn", "dead"],
        ["currency"] = ["USD", "EUR", "UAH", "usd", "XXX", "US", "₴"],
        ["nodes"] = ["actors", "topics", "all"],
        ["duplicates"] = ["all", "document", "day", "week", "month", "year", "range", "hour"],
        ["normalisation"] = ["none", "average", "jaccard", "cosine", "activity", "prominence"],
        ["isolates"] = ["kept", "left-out", "removed"],
        ["explain"] = ["true", "false", "1"],
        ["strict"] = ["false", "false", "false", "true", "maybe"],
        ["view"] = ["cells", "positions", "all"],
        ["v"] = ["1", "1", "2", "0", "01"],
        ["sort"] = ["-stated", "stated", "recorded", "-recorded", "effective", "--stated"],
        ["fields"] = ["id,actor,stance,summary", "id", "id,id", "nothing", ",", "id,"],
        ["part"] = ["catalogue", "record", "pages", "nothing"],
        ["role"] = ["reader", "analyst", "editor", "admin", "Admin", "owner"],
        ["expires"] = ["2999-01-01", "2999-01-01T00:00:00+02:00", "9999-12-31", "2020-01-01", "tomorrow"],
        ["level"] = ["0", "0", "0", "1", "7", "8", "-1"],
        ["index"] = ["0", "0", "0.p/1", "0.p/64", "000", "x000/000", "1", "0.p/255", "x001/x234/067", "0.p/256", "0.p/0", "x0/1", "99999999999999999999"],
        ["code"] = ["bad-json", "not-edtf", "internal", "nothing"],
    };

    private readonly Dictionary<(string Of, string Name), string> _examples = description.Operations
        .SelectMany(operation => operation.Parameters.Where(parameter => parameter.Example is { Length: > 0 }).Select(parameter => (Key: (operation.Path, parameter.Name), parameter.Example)))
        .GroupBy(example => example.Key).ToDictionary(group => group.Key, group => group.First().Example!);

    /// <param name="name">Of a parameter or a member.</param>
    /// <param name="of">Path of the operation, or name of the schema: says what an id stands for.</param>
    public string Of(string name, string of, Draw draw) => draw.Percent(2) ? draw.Of(Hostile.Text)
        : draw.Percent(5) && _examples.TryGetValue((of, name), out var example) ? example
        : Fitting(name, of, draw);

    private string Fitting(string name, string of, Draw draw) => name switch
    {
        "id" => Id(of, draw),
        "actor" or "speaker" or "reportedBy" or "for" or "present" => draw.Percent(90) ? draw.One(record.Actors) : draw.One(_newSlugs),
        "topic" => draw.Percent(90) ? draw.One(record.Topics) : draw.One(_newSlugs),
        "source" or "revises" => draw.Percent(90) ? draw.One(record.Sources).Id : draw.One(_newIds),
        "subject" => Subject(of, draw),
        "event" => draw.Percent(90) ? $"{1 + draw.Below(Leaves)}" : draw.One<string>([draw.One(_newIds), "0", "-1", "99999999999999999999", "1.0"]),
        "size" => Size(draw),
        "from" or "to" when of.StartsWith("/log/proof/", StringComparison.Ordinal) => Size(draw),
        "text" when draw.Percent(50) => $"{draw.One(_words)} {draw.Below(1_000_000)}", // whose text was erased cannot be registered again
        "stated" or "date" or "from" or "to" or "asOf" or "statedFrom" or "statedTo" or "recordedFrom" or "recordedTo" => draw.Percent(85) ? _dates[draw.Below(12)] : draw.One(_dates),
        "published" => draw.Percent(90) ? "2025-08-20" : draw.One(_dates),
        "knownAt" or "knownFrom" or "knownTo" => draw.Below(1_000) < 2 ? draw.One(_future) : draw.One(_moments),
        "number" when draw.Percent(50) => "0",
        "limit" or "after" or "window" or "step" or "maxwidth" or "maxheight" or "number" or "page" => draw.Percent(60) ? $"{draw.Below(200)}" : draw.One(_limits),
        "cursor" => Cursor(draw),
        "format" => draw.One(_formats),
        "url" => of == "/oembed" ? $"https://tracker.example.org/{draw.One<string>(["picture", "snapshots/2025-08-20/seq:40", "topics/us-air-support", "%ff", "../x", "snapshots/x/y"])}" : draw.Percent(70) ? _urls[draw.Below(2)] : draw.One(_urls),
        "language" => draw.Percent(70) ? "en" : draw.One(_languages),
        "kind" when of == "SetActor" && draw.Percent(90) => draw.One<string>(["state", "organisation", "coalition", "person"]),
        "kind" => draw.One<string>(["state", "organisation", "coalition", "person", "money", "quantity", "congruence", "conflict", "two-mode", "subtract", "analyst", "key", "source-text", "State"]),
        "unit" => draw.One<string>(["countries", "soldiers", "%"]),
        "q" => draw.One<string>(["air", "\"air support\" -naval", "us", "trump", "\"", "-", "a* OR b", "':*&|!", "силы"]),
        _ => _listed.TryGetValue(name, out var words) ? words[draw.Below(draw.Percent(80) ? Math.Max(1, words.Length - 2) : words.Length)]
            : draw.Percent(80) && _examples.TryGetValue((of, name), out var example) ? example
            : draw.One(_words),
    };

    private string Id(string of, Draw draw)
    {
        var isFinal = of.Contains("withdrawal", StringComparison.Ordinal) || of.Contains("retraction", StringComparison.Ordinal); // or soon nothing could be recorded any more
        var isNew = isFinal || draw.Percent(25);
        return of.Contains("key", StringComparison.OrdinalIgnoreCase) ? (of == "AddKey" ? draw.One(_newIds) : Key(draw))
            : of.Contains("actor", StringComparison.OrdinalIgnoreCase) ? draw.One(isNew ? _newSlugs : record.Actors)
            : of.Contains("topic", StringComparison.OrdinalIgnoreCase) ? draw.One(isNew ? _newSlugs : record.Topics)
            : isNew || of.StartsWith("Re", StringComparison.Ordinal) ? draw.One(_newIds)
            : of.Contains("source", StringComparison.OrdinalIgnoreCase) ? draw.One(record.Sources).Id
            : draw.One(of.Contains("encounter", StringComparison.OrdinalIgnoreCase) ? record.Encounters : record.Claims);
    }

    /// <summary>Of a key that the run added: the callers' own are stored nowhere, so nothing drawn takes them away.</summary>
    private string Key(Draw draw) => draw.Percent(85) && record.Keys.All is { Count: > 0 } added ? draw.One(added).Id : draw.One(_newIds);

    /// <param name="of">The kind of what is to be erased.</param>
    private string Subject(string of, Draw draw) => of switch
    {
        "key" => Key(draw),
        "analyst" when record.Keys.All is { Count: > 0 } added => draw.One(added).Analyst,
        _ => draw.One(_newIds),
    };

    private static string Size(Draw draw) => draw.Percent(85) ? $"{draw.Below(Leaves + 1)}" : draw.One<string>(["0", "256", "257", "1000000", "-1", "99999999999999999999", "2025-08-18", ""]);

    private string Cursor(Draw draw)
    {
        if (record.Cursors is not { Count: > 0 } given)
        {
            return draw.Of(Hostile.ShortText);
        }

        var cursor = draw.One(given);
        var at = draw.Below(Math.Max(1, cursor.Length));
        return draw.Below(4) switch
        {
            0 => cursor,
            1 => cursor[..at],
            2 => cursor + cursor,
            _ => $"{cursor[..at]}{draw.One<char>(['A', '_', '-', '=', 'z', '%', '0'])}{cursor[Math.Min(at + 1, cursor.Length)..]}",
        };
    }
}
