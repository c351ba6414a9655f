using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Tests.Exports;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

/// <summary>All claims that fit, in other formats than JSON.</summary>
public sealed class ExportingClaims(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task Lines_are_the_items_of_the_list()
    {
        var items = (await tracker.Public.GetJsonAsync("/api/claims?limit=200"))["items"]!.AsArray();

        var lines = (await tracker.Public.GetStringAsync("/api/claims?format=ndjson")).Split('\n');

        lines[^1].Should().BeEmpty("each line ends");
        lines[..^1].Should().Equal(items.Select(item => item!.ToJsonString(Json.Options)));
    }

    [Fact]
    public async Task A_table_has_every_field_of_every_claim()
    {
        var items = (await tracker.Public.GetJsonAsync("/api/claims?limit=200"))["items"]!.AsArray();

        var rows = Table.Read(await tracker.Public.GetStringAsync("/api/claims?format=csv"));

        rows.Should().HaveCount(items.Count);
        foreach (var (row, item) in rows.Zip(items))
        {
            foreach (var (name, value) in item!.AsObject().Where(member => member.Key is not ("evidence" or "conditions" or "terms" or "hits")))
            {
                row[name].Should().Be(Csv.Safe(value?.ToString() ?? ""), name);
            }

            var quotes = item["evidence"]!["quotes"]!.AsArray();
            row["quotes"].Should().Be(Csv.Safe(Csv.Join(quotes.Select(quote => quote!["exact"]!.GetValue<string>()))!));
            row["starts"].Should().Be(string.Join("; ", quotes.Select(quote => quote!["start"]!.ToString())));
            row["source"].Should().Be(item["evidence"]!["source"]!.ToString());
            row["conditions"].Should().Be(Csv.Join(item["conditions"]!.AsArray().Select(one => one!.GetValue<string>())) ?? "");
            (row["sourcePublisher"], row["sourcePublished"]).Should().Be(("The Independent", "2025-08-20"));
        }

        rows.Should().Contain(row => row["terms"].Length > 0);
    }

    [Fact]
    public async Task An_event_list_has_those_that_take_sides_in_the_analyzers_own_dialect()
    {
        var items = (await tracker.Public.GetJsonAsync("/api/claims?limit=200"))["items"]!.AsArray()
            .Where(item => item!["stance"]!.GetValue<string>() != "undecided" && item["voice"]!.GetValue<string>() != "hearsay").ToList();

        var lines = (await tracker.Public.GetStringAsync("/api/claims?format=dna")).TrimEnd('\n').Split('\n');

        lines[0].Should().Be(
            "\"statement_id\";\"time\";\"person\";\"organization\";\"concept\";\"agreement\";\"start_position\";\"stop_position\";\"text\";\"coder\";"
            + "\"document_id\";\"document_title\";\"document_author\";\"document_source\";\"document_section\";\"document_type\"");
        var rows = lines[1..].Select(line => line.Split("\";\"")).ToList();
        rows.Should().HaveCount(items.Count).And.OnlyContain(row => row.Length == 16, "no semicolon is left inside a cell");
        rows.Select(row => row[5]).Should().Equal(items.Select(item => item!["stance"]!.GetValue<string>() is "rejects" or "opposes" ? "0" : "1"));
        rows.Select(row => row[6]).Should().Equal(items.Select(item => item!["evidence"]!["quotes"]![0]!["start"]!.ToString()));
        rows.Select(row => row[1]).Should().AllSatisfy(time => DateTime.ParseExact(time, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        rows.Select(row => row[0].Trim('"')).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("ndjson", "application/x-ndjson")]
    [InlineData("csv", "text/csv")]
    [InlineData("dna", "text/csv")]
    public async Task Each_says_in_its_head_what_it_is_and_where_it_never_changes(string format, string type)
    {
        await tracker.SettleAsync();
        using var response = await tracker.Public.GetAsync($"/api/claims?actor=us&actor=uk&statedTo=2025-08-20&format={format}");

        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        var head = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        head["Query"].Should().Be("actor=uk&actor=us&statedTo=2025-08-20T23:59:59.999999Z");
        head["Period"].Should().Be("../2025-08-20T23:59:59.999999Z");
        var body = await response.Content.ReadAsStringAsync();
        int.Parse(head["Item-Count"], CultureInfo.InvariantCulture).Should().Be(body.Count(c => c == '\n') - (format == "ndjson" ? 0 : 1)).And.BePositive();
        var pinned = head["Link"].Split('<', '>')[1];
        pinned.Should().Contain("knownAt=seq:").And.Contain("&v=1").And.Contain($"format={format}");
        using var again = await tracker.Public.GetAsync(new Uri(pinned).PathAndQuery);
        again.Headers.CacheControl!.ToString().Should().Contain("immutable");
        (await again.Content.ReadAsStringAsync()).Should().Be(body);
    }

    [Theory]
    [InlineData("format=ndjson")]
    [InlineData("format=csv")]
    [InlineData("limit=3")]
    public async Task Whoever_has_it_is_told_so_and_HEAD_says_what_GET_says(string query)
    {
        using var whole = await tracker.Public.GetAsync($"/api/claims?{query}");
        using var had = new HttpRequestMessage(HttpMethod.Get, $"/api/claims?{query}") { Headers = { { "If-None-Match", whole.Headers.ETag!.ToString() } } };
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/api/claims?{query}");

        using var unchanged = await tracker.Public.SendAsync(had);
        using var only = await tracker.Public.SendAsync(head);

        unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await unchanged.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        only.Headers.ETag.Should().Be(whole.Headers.ETag);
        (await only.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Only_the_fields_that_are_asked_for_are_given_in_their_own_order()
    {
        var page = await tracker.Public.GetJsonAsync("/api/claims?fields=stance,id&limit=3");
        page["items"]!.AsArray().Should().HaveCount(3).And.OnlyContain(item => string.Join(',', item!.AsObject().Select(member => member.Key)) == "id,stance");
        JsonNode.Parse(await tracker.Public.GetStringAsync(new Uri(page["next"]!.GetValue<string>()).PathAndQuery))!["items"]![0]!.AsObject().Should().HaveCount(2, "the walk keeps them");
        (await tracker.Public.GetStringAsync("/api/claims?fields=stance,id&format=csv")).Should().StartWith("id,stance\r\n");
        (await tracker.Public.GetStringAsync("/api/claims?fields=summary&format=ndjson")).Should().StartWith("{\"summary\":\"");
    }

    [Fact]
    public async Task A_pinned_list_is_the_same_bytes_after_anything_else_is_recorded()
    {
        var known = await tracker.SettleAsync();
        string[] addresses =
        [
            $"/api/claims?knownAt=seq:{known}&v=1", $"/api/claims/facets?knownAt=seq:{known}&v=1&stance=open", $"/api/claims?knownAt=seq:{known}&v=1&format=csv", $"/api/claims?knownAt=seq:{known}&v=1&format=ndjson",
        ];
        var before = await Task.WhenAll(addresses.Select(tracker.Public.GetStringAsync));
        var claim = (await tracker.Public.GetJsonAsync("/api/claims?limit=1"))["items"]![0]!;
        await Subject.MustAsync(tracker.Admin.PostAsync($"/api/claims/{claim["id"]}/dispute", new JsonObject { ["reason"] = "Who said so?" }, ("If-Match", "*")));
        await Subject.MustAsync(tracker.Admin.PutAsync($"/api/actors/{claim["actor"]}", Samples.Actor("Renamed"), ("If-Match", "*")));
        await tracker.SettleAsync();

        (await Task.WhenAll(addresses.Select(tracker.Public.GetStringAsync))).Should().Equal(before);
        using var pinned = await tracker.Public.GetAsync(addresses[0]);
        pinned.Headers.CacheControl!.ToString().Should().Contain("immutable");
        using var searched = await tracker.Public.GetAsync($"{addresses[0]}&q=troops");
        searched.Headers.CacheControl!.ToString().Should().NotContain("immutable", "how words are stemmed is the database's");
    }
}
