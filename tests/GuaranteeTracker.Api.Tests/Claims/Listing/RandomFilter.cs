using System.Globalization;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Reading;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>Filters drawn at random: each as an address has it, and as a condition.</summary>
internal sealed class RandomFilter
{
    private static readonly string[] _actors = ["us", "russia", "donald-trump", "nobody"], _topics = ["us-air-support", "sanctions", "troops", "nothing"];

    private readonly List<string> _query = [];
    private readonly List<Func<NaiveListed, bool>> _conditions = [];
    private readonly Random _random;
    private readonly IReadOnlyList<NaiveListed> _among;

    /// <param name="among">Claims to draw values from.</param>
    public RandomFilter(Random random, IReadOnlyList<NaiveListed> among)
    {
        (_random, _among) = (random, among);
        Action[] filters =
        [
            () => Any("actor", _actors, claim => claim.Content.Actor),
            () => Any("speaker", _actors, claim => claim.Content.Speaker),
            () => Any("reportedBy", _actors, claim => claim.Content.ReportedBy),
            () => Any("topic", _topics, claim => claim.Content.Topic),
            () => Any("stance", EnumWords.All<Stance>(), claim => EnumWords.Of(claim.Content.Stance)),
            () => Any("act", EnumWords.All<Act>(), claim => EnumWords.Of(claim.Content.Act)),
            () => Any("voice", EnumWords.All<Voice>(), claim => EnumWords.Of(claim.Content.Voice)),
            () => Any("source", [.. among.Select(claim => claim.Content.Evidence.Source.ToString()).Distinct()], claim => claim.Content.Evidence.Source.ToString()),
            () => Any("publisher", ["Example", "Nobody"], claim => claim.Publisher),
            Status,
            () => Between("stated", claim => claim.Effective),
            () => Between("recorded", claim => claim.RecordedAt),
            AsOf,
            Search,
        ];
        foreach (var filter in filters.Where(_ => random.Next(5) == 0))
        {
            filter();
        }
    }

    public string Query => string.Join('&', _query);

    public bool Fits(NaiveListed claim) => _conditions.All(condition => condition(claim));

    private void Any(string name, IReadOnlyList<string> values, Func<NaiveListed, string?> of)
    {
        var chosen = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => values[_random.Next(values.Count)]).ToList();
        _query.AddRange(chosen.Select(value => $"{name}={value}"));
        _conditions.Add(claim => of(claim) is { } value && chosen.Contains(value));
    }

    private void Status()
    {
        string[] all = ["live", "corrected", "disputed", "retracted", "withdrawn"];
        var chosen = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => all[_random.Next(all.Length)]).ToList();
        _query.AddRange(chosen.Select(value => $"status={value}"));
        _conditions.Add(claim => claim.Statuses().Any(chosen.Contains));
    }

    /// <summary>Bounds are claims' own instants, so that it matters whether they are inclusive; or days.</summary>
    private void Between(string name, Func<NaiveListed, DateTime> of)
    {
        var bounds = Enumerable.Range(0, 2).Select(_ => of(_among[_random.Next(_among.Count)])).Order().ToList();
        if (_random.Next(3) > 0)
        {
            var first = _random.Next(2) == 0 ? bounds[0] : bounds[0].Date;
            _query.Add($"{name}From={(first == bounds[0] ? first.Write() : Day(first))}");
            _conditions.Add(claim => of(claim) >= first);
        }

        if (_random.Next(3) > 0)
        {
            var last = _random.Next(2) == 0 ? bounds[1] : bounds[1].Date.AddDays(1).AddMicroseconds(-1);
            _query.Add($"{name}To={(last == bounds[1] ? last.Write() : Day(last))}");
            _conditions.Add(claim => of(claim) <= last);
        }
    }

    private void AsOf()
    {
        var asOf = _among[_random.Next(_among.Count)].Effective;
        _query.Add($"asOf={asOf.Write()}");
        _conditions.Add(claim => claim.Effective <= asOf);
    }

    /// <summary>Words as a caller has them: in the plural, in capitals, either of two, or all without one.</summary>
    private void Search()
    {
        var (one, other) = (RandomRecord.Means[_random.Next(RandomRecord.Means.Length)], RandomRecord.Means[_random.Next(RandomRecord.Means.Length)]);
        var (words, fits) = _random.Next(4) switch
        {
            0 => ($"{one}s", (Func<string, bool>)(summary => summary.Contains(one, StringComparison.Ordinal))),
            1 => ($"HELP {one.ToUpperInvariant()}", summary => summary.Contains(one, StringComparison.Ordinal)),
            2 => ($"{one} or {other}", summary => summary.Contains(one, StringComparison.Ordinal) || summary.Contains(other, StringComparison.Ordinal)),
            _ => ($"\"would help\" -{one}", summary => !summary.Contains(one, StringComparison.Ordinal)),
        };
        _query.Add($"q={Uri.EscapeDataString(words)}");
        _conditions.Add(claim => fits(claim.Content.Summary));
    }

    private static string Day(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
