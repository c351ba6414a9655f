using GuaranteeTracker.Api.Pages;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Dates;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Pictures;

/// <summary>Prepares the page of what differs between two pictures.</summary>
internal sealed class ComparePageReader(ChangesReader changes, ChangeLines lines)
{
    private const string Path = "/compare", JsonPath = "/api/picture/changes";

    private const int MostLines = 200, DaysBack = 7;

    private static readonly string[] _moments = ["from", "to", "knownFrom"];

    public async Task<ComparePageModel> ReadAsync(ComparedMoments asked, HttpContext http, CancellationToken cancellation)
    {
        var isChosen = _moments.Any(http.Request.Query.ContainsKey);
        var compared = isChosen ? asked : await ChooseAsync(asked);
        var found = (await changes.ReadAsync(compared, cancellation)).OrderBy(change => change.Before?.Stance == change.After?.Stance).ToList();
        var told = await lines.ReadAsync([.. found.Take(MostLines)], compared.Now, cancellation);
        ChangeSection Section(ChangeKind kind, string id, string title, string meaning, string none) => new(
            id, title, meaning, none, found.Count(change => change.Kind == kind), [.. told.Where(line => line.Kind == kind).Select(line => line.Line)]);

        var isNow = isChosen && !http.Request.Query.ContainsKey("to");
        var (to, from) = (isNow ? (DateTime?)null : compared.To, isNow && compared.From == compared.To ? (DateTime?)null : compared.From);
        string? Given(string name) => http.Request.Query[name].FirstOrDefault();
        var filters = Selections.Fields(compared.Shown);
        (string, string?)[] query = [("from", from is { } first ? Words.Iso(first) : null), ("to", to is { } last ? Words.Iso(last) : null), ("knownFrom", Given("knownFrom")), ("knownTo", Given("knownTo")), .. filters];
        return new(
            new("What changed", "What moved, what was learned and what was corrected between two pictures, with the claims that caused it.", Links.To(Path, query))
            {
                Section = "Compare", IsUnlisted = http.Request.QueryString.HasValue,
            },
            from, to, new(Day(from), Day(to), Given("knownFrom"), Given("knownTo")),
            isChosen ? null : $"No days were chosen: these are the {DaysBack} days up to the last one on which something was said.",
            [
                Section(ChangeKind.Moved, "moved", "What moved", "Something was said between the two days.", "No position moved."),
                Section(ChangeKind.Learned, "learned", "What was learned", "About the first day, something is known now that was not on record then.", "Nothing was learned about the first day."),
                Section(ChangeKind.Corrected, "corrected", "What was corrected", "About the first day, the record said otherwise then, about a claim it had.", "Nothing was corrected about the first day."),
            ],
            Math.Max(0, found.Count - MostLines), Choices.Actors(compared.Now, compared.Shown.Actors), Choices.Topics(compared.Now, compared.Shown.Topics),
            Links.To(JsonPath, query),
            isNow || compared.Now.Known.Pending + compared.Then.Known.Pending > 0 ? null : Links.To(Path, [("from", Words.Iso(compared.From)), ("to", Words.Iso(compared.To)), ("knownFrom", KnownAt.Write(compared.Then.K)), ("knownTo", KnownAt.Write(compared.Now.K)), .. filters]));
    }

    /// <summary>The last days about which there is news, up to today: that day is the date of asking.</summary>
    private static async Task<ComparedMoments> ChooseAsync(ComparedMoments asked)
    {
        var today = DateOnly.FromDateTime(asked.To);
        var days = SpokenDays.Around(await asked.Now.TimelinesAsync(asked.Shown), asked.Now.K, today == DateOnly.MaxValue ? today : today.AddDays(1));
        var last = days.Before ?? today;
        return asked with { From = Microseconds.EndOfDay(DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - DaysBack))), To = Microseconds.EndOfDay(last) };
    }

    private static string? Day(DateTime? at) => at is { } instant ? Words.Iso(DateOnly.FromDateTime(instant)) : null;
}
