using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Claims;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>Whatever is filtered by, at whatever K, a list has what the same filters leave of all claims, and says of each what a plain fold of the events says.</summary>
public sealed class FilteringClaims(RecordedAtRandom recorded) : IClassFixture<RecordedAtRandom>
{
    private const int Filters = 1_000;

    private static readonly string[] _sorts = ["", "stated", "-stated", "recorded", "-recorded"];

    [Fact]
    public async Task Any_thousand_filters_find_what_the_same_filters_leave_of_all()
    {
        var (random, found) = (new Random(recorded.Seed), 0);
        for (var i = 0; i < Filters; i++)
        {
            var known = i % 4 == 0 ? random.NextInt64(recorded.Last / 2, recorded.Last) : recorded.Last;
            var all = recorded.At(known);
            var filter = new RandomFilter(random, recorded.At(recorded.Last));
            var sort = _sorts[random.Next(_sorts.Length)];
            var address = string.Create(CultureInfo.InvariantCulture, $"/api/claims?limit=200&knownAt=seq:{known}&{filter.Query}{(sort.Length > 0 ? $"&sort={sort}" : "")}");

            var list = await recorded.Tracker.Public.GetJsonAsync(address);

            var expected = Sort(all.Where(filter.Fits), sort).Select(claim => claim.Claim.Id.ToString());
            list["items"]!.AsArray().Select(claim => claim!["id"]!.GetValue<string>()).Should().Equal(expected, $"{address}, seed {recorded.Seed}");
            found += list["items"]!.AsArray().Count;
        }

        found.Should().BePositive();
    }

    [Fact]
    public async Task Each_claim_is_told_as_it_was_known_at_K()
    {
        var random = new Random(recorded.Seed);
        for (var i = 0; i < 20; i++)
        {
            var known = random.NextInt64(recorded.Last + 1);
            var list = await recorded.Tracker.Public.GetJsonAsync($"/api/claims?limit=200&knownAt=seq:{known}");

            var expected = recorded.At(known).ToDictionary(claim => claim.Claim.Id.ToString());
            list["items"]!.AsArray().Should().HaveCount(expected.Count);
            foreach (var item in list["items"]!.AsArray())
            {
                var claim = expected[item!["id"]!.GetValue<string>()];
                string[] told = [.. item.AsObject().Select(member => $"{member.Key} {member.Value}")];
                told.Should().Contain(
                [
                    $"version {claim.Version}", $"actor {claim.Content.Actor}", $"topic {claim.Content.Topic}", $"stance {EnumWords.Of(claim.Content.Stance)}", $"stated {claim.Content.Stated.Text}",
                    $"effective {Told(claim.Effective)}", $"corrected {Json(claim.Claim.CorrectionReason is not null)}", $"disputed {Json(claim.Claim.IsDisputed)}",
                    $"retracted {Json(claim.Claim.IsRetracted)}", $"sourceWithdrawn {Json(claim.IsWithdrawn)}", $"recordedAt {Told(claim.RecordedAt)}", "hits ",
                ], $"seq:{known}, seed {recorded.Seed}");
            }
        }
    }

    [Fact]
    public async Task At_the_last_checkpoint_a_claim_is_what_its_own_address_says()
    {
        var list = await recorded.Tracker.Public.GetJsonAsync("/api/claims?limit=200");
        foreach (var item in list["items"]!.AsArray().Select(item => item!.AsObject()))
        {
            item.Remove("hits");
            item.ToJsonString().Should().Be((await recorded.Tracker.Public.GetJsonAsync($"/api/claims/{item["id"]}")).ToJsonString());
        }
    }

    [Fact]
    public async Task Facets_count_what_the_same_filters_leave()
    {
        var random = new Random(recorded.Seed);
        for (var i = 0; i < 100; i++)
        {
            var known = random.NextInt64(recorded.Last / 2, recorded.Last + 1);
            var filter = new RandomFilter(random, recorded.At(recorded.Last));
            var address = $"/api/claims/facets?knownAt=seq:{known}&{filter.Query}";

            var facets = await recorded.Tracker.Public.GetJsonAsync(address);

            var claims = recorded.At(known).Where(filter.Fits).ToList();
            var because = $"{address}, seed {recorded.Seed}";
            facets["count"]!.GetValue<int>().Should().Be(claims.Count, because);
            Counts(facets, "actor").Should().BeEquivalentTo(Count(claims, claim => [claim.Content.Actor]), because);
            Counts(facets, "speaker").Should().BeEquivalentTo(Count(claims, claim => claim.Content.Speaker is { } speaker ? [speaker] : []), because);
            Counts(facets, "reportedBy").Should().BeEquivalentTo(Count(claims, claim => claim.Content.ReportedBy is { } teller ? [teller] : []), because);
            Counts(facets, "topic").Should().BeEquivalentTo(Count(claims, claim => [claim.Content.Topic]), because);
            Counts(facets, "stance").Should().BeEquivalentTo(Count(claims, claim => [EnumWords.Of(claim.Content.Stance)]), because);
            Counts(facets, "act").Should().BeEquivalentTo(Count(claims, claim => [EnumWords.Of(claim.Content.Act)]), because);
            Counts(facets, "voice").Should().BeEquivalentTo(Count(claims, claim => [EnumWords.Of(claim.Content.Voice)]), because);
            Counts(facets, "source").Should().BeEquivalentTo(Count(claims, claim => [claim.Content.Evidence.Source.ToString()]), because);
            Counts(facets, "publisher").Should().BeEquivalentTo(Count(claims, claim => [claim.Publisher]), because);
            Counts(facets, "month").Should().BeEquivalentTo(Count(claims, claim => [claim.Effective.ToString("yyyy-MM", CultureInfo.InvariantCulture)]), because);
            Counts(facets, "status").Should().BeEquivalentTo(Count(claims, claim => claim.Statuses()), because);
        }
    }

    [Fact]
    public async Task An_event_list_has_live_first_hand_claims_that_take_sides()
    {
        var lines = (await recorded.Tracker.Public.GetStringAsync($"/api/claims?format=dna&sort=recorded&knownAt=seq:{recorded.Last}")).TrimEnd('\n').Split('\n')[1..];

        lines.Select(line => long.Parse(line.Split(';')[0].Trim('"'), CultureInfo.InvariantCulture)).Should().Equal(recorded.At(recorded.Last)
            .Where(claim => claim.IsLive && claim.Content.Stance != Stance.Undecided && claim.Content.Voice != Voice.Hearsay).Select(claim => claim.First).Order());
    }

    private static IEnumerable<NaiveListed> Sort(IEnumerable<NaiveListed> claims, string sort) => sort switch
    {
        "-stated" => claims.OrderByDescending(claim => claim.Effective).ThenByDescending(Key, StringComparer.Ordinal),
        "recorded" => claims.OrderBy(claim => claim.First),
        "-recorded" => claims.OrderByDescending(claim => claim.First),
        _ => claims.OrderBy(claim => claim.Effective).ThenBy(Key, StringComparer.Ordinal),
    };

    private static string Key(NaiveListed claim) => claim.Claim.Id.ToString();

    private static string Told(DateTime instant) => JsonSerializer.Serialize(instant, GuaranteeTracker.Api.Hosting.Json.Options).Trim('"');

    private static string Json(bool value) => value ? "true" : "false";

    private static Dictionary<string, int> Counts(JsonObject facets, string name) =>
        facets[name]!["values"]!.AsArray().ToDictionary(value => value!["value"]!.GetValue<string>(), value => value!["count"]!.GetValue<int>());

    private static Dictionary<string, int> Count(IEnumerable<NaiveListed> claims, Func<NaiveListed, IEnumerable<string>> values) =>
        claims.SelectMany(values).CountBy(value => value).ToDictionary();
}
