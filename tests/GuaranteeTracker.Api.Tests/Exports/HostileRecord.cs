using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>A record of words that want to be something else, and of dates at the edges. Nobody changes it.</summary>
public sealed class HostileRecord : IAsyncLifetime
{
    public const string
        Formula = "=cmd|' /C calc'!A0", Script = "<script>alert('1')</script>", Title = "\"Quoted\", a comma; a semicolon ]]> <b>bold</b> & שלום 😀",
        Passage = "@SUM(1+1)*cmd said <script>alert(\"1\")</script> & ]]> “so”, semi;colon\\n\nnext line\ttab \u000B \uFFFF 😀 \u202Eleft to right\u202C end",
        Claim = "00000000-0000-4000-8000-000000000001", Later = "00000000-0000-4000-8000-000000000002", Source = "00000000-0000-4000-8000-0000000000aa";

    /// <summary>Of encounters, each in EDTF.</summary>
    public static IReadOnlyList<string> Dates { get; } =
    [
        "0988-12-31", "2024-02-29", "2025-12-31", "2024-12-30/2025-01-02", "../2025-08-20", "2025-08", "2025", "2025-08-18/..", "9999-12-31", "9999",
        "2025-08-18T21:30:00-04:00", "2025-08-18T21:30Z", "2025~", "2025-08?", "2025-08-18/2025-08", "0001-01-01",
    ];

    public Tracker Tracker { get; } = new();

    public async Task InitializeAsync()
    {
        await Tracker.InitializeAsync();
        var admin = Tracker.Admin;
        await Subject.MustAsync(admin.PutAsync("/api/actors/formula", Samples.Actor(Formula)));
        await Subject.MustAsync(admin.PutAsync("/api/actors/script", Samples.Actor(Script)));
        await Subject.MustAsync(admin.PutAsync("/api/topics/title", Samples.Topic(Title, "+1 is a proposition.")));
        await Subject.MustAsync(admin.PostAsync("/api/sources", Samples.Source(Guid.Parse(Source), $"Before. {Passage}. After.")));
        await Subject.MustAsync(admin.PostAsync("/api/claims", ClaimOf(Claim, "formula", "open", "../2025-08-18")));
        await Subject.MustAsync(admin.PostAsync("/api/claims", ClaimOf(Later, "formula", "rejects", "2025-08-19")));
        for (var i = 0; i < Dates.Count; i++)
        {
            await Subject.MustAsync(admin.PostAsync("/api/encounters", new JsonObject
            {
                ["id"] = IdOf(Dates[i]).ToString(), ["title"] = $"-1, {Script}; met", ["date"] = Dates[i], ["place"] = "Oval Office; Washington, \\D.C.", ["present"] = new JsonArray("formula", "script"),
            }));
        }

        await Tracker.SettleAsync();
    }

    public Task DisposeAsync() => Tracker.DisposeAsync();

    /// <summary>The encounter of a date.</summary>
    public static Guid IdOf(string date) => new(Dates.Select((one, i) => (one, i)).Single(item => item.one == date).i, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    public async Task<IReadOnlyList<JsonNode>> ItemsAsync() =>
        [.. (await Tracker.Public.GetJsonAsync("/api/timeline"))["items"]!.AsArray().Select(item => item!)];

    private static JsonObject ClaimOf(string id, string actor, string stance, string stated)
    {
        var claim = Samples.Claim(Guid.Parse(Source), Guid.Parse(id), stance, stated, Passage);
        (claim["actor"], claim["topic"], claim["speaker"], claim["summary"], claim["venue"]) = (actor, "title", "formula", $"-{Script}", "+venue, \"quoted\"");
        claim["conditions"] = new JsonArray("=first; with a semicolon", "second");
        return claim;
    }
}
