using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>Bodies that are no JSON, or not the JSON that is expected, on every recording route.</summary>
public sealed class BadJson(Tracker tracker) : IClassFixture<Tracker>
{
    public static TheoryData<string> Bodies => new(
        "", " ", "{", "}", "{}{}", "{},", "null", "[]", "[{}]", "true", "1", "1e100000", "\"text\"", "\u0000", "{\"a", "{'reason': 'x'}", "{reason: 1}", "NaN",
        "{/* why */}", "{} // why", "<xml/>", "reason=because", "\"\\ud800\"", "\ufeff", "{\ufeff}", "\ufeff\ufeff{}", "\u001e{}", "{,}", "{\"a\"}", "{\"a\":}", "Infinity", "-0", "0x1", ".5", "1.");

    public static TheoryData<string, string> Values => new()
    {
        { "a lone surrogate", "\"\\ud800\"" },
        { "the wrong half first", "\"a\\udc00\\ud800b\"" },
        { "an unknown escape", "\"\\x41\"" },
        { "a control character", "\"a\u0001b\"" },
        { "a line break", "\"a\nb\"" },
        { "a number", "12" },
        { "a number out of all range", "1e100000" },
        { "a number that does not end", "-" },
        { "a truth", "true" },
        { "an object", "{}" },
        { "nested too deep", new string('[', 65) + new string(']', 65) },
        { "nested without end", new string('[', 20_000) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_not_an_object_is_refused(string body)
    {
        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(400, null, () => route.SendAsync(tracker.Admin, body), $"{route.Operation}: {body}");
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_member_of_another_kind_than_is_expected_is_refused(string what, string value)
    {
        foreach (var route in RecordingRoute.All)
        {
            var (name, body) = route.WithFirstMember(value);

            var problem = await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, body), $"{route.Operation}: {what}");

            problem["errors"]!.AsObject().Single().Key.Should().BeOneOf("/" + name, "/" + name + "/0", "");
        }
    }

    [Theory]
    [InlineData("recordedAt", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("sequence", "1")]
    [InlineData("recordedBy", "null")]
    [InlineData("version", "1")]
    [InlineData("Reason", "\"in capitals\"")]
    [InlineData("$type", "\"System.Object\"")]
    [InlineData("__proto__", "{}")]
    [InlineData("a.b[0]'c d", "1")]
    public async Task An_unknown_member_is_refused_and_named(string name, string value)
    {
        foreach (var route in RecordingRoute.All)
        {
            var body = JsonNode.Parse(route.Example)!.AsObject();
            body[name] = JsonNode.Parse(value);

            (await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, body.ToJsonString()), route.Operation)).ErrorAt("/" + name).Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task A_doubled_member_is_refused()
    {
        foreach (var route in RecordingRoute.All)
        {
            var first = JsonNode.Parse(route.Example)!.AsObject().First();
            var again = $"{{\"{first.Key}\": {first.Value!.ToJsonString()}, {route.Example.TrimStart()[1..]}";

            await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, again), route.Operation);
        }
    }

    [Fact]
    public async Task A_member_doubled_in_another_spelling_is_refused()
    {
        foreach (var route in RecordingRoute.All)
        {
            var first = JsonNode.Parse(route.Example)!.AsObject().First();
            var spelt = $"\\u{(int)first.Key[0]:x4}{first.Key[1..]}";

            await tracker.RefusesAsync(
                400, "bad-json", () => route.SendAsync(tracker.Admin, $"{{\"{spelt}\": {first.Value!.ToJsonString()}, {route.Example.TrimStart()[1..]}"), route.Operation);
        }
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    [InlineData("a\\ud800\\ud800")]
    [InlineData("\\u0000")]
    [InlineData("\\u202e")]
    [InlineData("")]
    [InlineData("']['a")]
    public async Task A_member_with_an_impossible_name_is_refused(string name)
    {
        foreach (var route in RecordingRoute.All)
        {
            await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, $"{{\"{name}\": 1, {route.Example.TrimStart()[1..]}"), $"{route.Operation}: {name}");
        }
    }

    [Fact]
    public async Task What_follows_the_last_member_is_refused()
    {
        foreach (var route in RecordingRoute.All)
        {
            var open = route.Example.TrimEnd()[..^1];
            foreach (var end in new[] { ",}", "} {}", "}]", "}\0", "}}", "/**/}", "}//" })
            {
                await tracker.RefusesAsync(400, "bad-json", () => route.SendAsync(tracker.Admin, open + end), $"{route.Operation}: {end}");
            }
        }
    }

    [Theory]
    [InlineData("""{"evidence": {"source": "x", "quotes": [{"exact": "a", "exact": "b"}]}}""")]
    [InlineData("""{"evidence": {"source": "x", "quotes": [{"exact": "a", "start": 3}]}}""")]
    [InlineData("""{"evidence": {"quotes": "by air"}}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 1e100000, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 79228162514264337593543950336, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 1e-400, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 0.12345678901234567890123456789012345, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "quantity", "of": 100000000000000000000000000000000000001}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": "90", "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": NaN, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 0x10, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 01, "currency": "USD"}]}""")]
    [InlineData("""{"terms": [{"kind": "money", "amount": 1, "amount": 2, "currency": "USD"}]}""")]
    [InlineData("""{"terms": {"kind": "money"}}""")]
    [InlineData("""{"conditions": ["a", 1]}""")]
    [InlineData("""{"conditions": "after a ceasefire"}""")]
    [InlineData("""{"stance": 1}""")]
    public async Task What_is_nested_is_checked_alike(string claim) =>
        await tracker.RefusesAsync(400, "bad-json", () => tracker.Admin.SendAsync(HttpMethod.Post, "/api/claims", claim), claim);
}
