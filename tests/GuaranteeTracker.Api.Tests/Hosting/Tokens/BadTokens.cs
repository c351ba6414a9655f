using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Tests.Recording;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

/// <summary>Tokens that are none, or not meant for this service.</summary>
public sealed class BadTokens(TokenTracker tracker) : IClassFixture<TokenTracker>
{
    private Issuer Issuer => tracker.Issuer;

    private IssuerKey Key => Issuer.Keys[0];

    [Fact]
    public async Task A_token_that_nobody_signed_is_refused()
    {
        foreach (var algorithm in new[] { "none", "None", "NONE", "" })
        {
            await RefusesAsync(Jwt.Make(Jwt.Header(algorithm, Key.Id), Issuer.Claims(), _ => []), algorithm);
            await RefusesAsync(Jwt.Make(Jwt.Header(algorithm, Key.Id), Issuer.Claims(), Key.Sign), algorithm);
        }
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        foreach (var key in Issuer.Keys)
        {
            await RefusesAsync(Jwt.Make(Jwt.Header("HS256", key.Id), Issuer.Claims(), content => HMACSHA256.HashData(key.PublicPem(), content)), key.Id);
        }
    }

    [Fact]
    public async Task An_algorithm_that_is_not_pinned_is_refused_though_the_issuer_has_a_key_for_it() => await RefusesAsync(Issuer.Token("fourth"), "RS384");

    [Theory]
    [InlineData("aud", "\"another-service\"")]
    [InlineData("aud", "[\"another-service\", \"and-another\"]")]
    [InlineData("aud", "null")]
    [InlineData("iss", "\"https://issuer.example.org\"")]
    [InlineData("iss", "null")]
    [InlineData("sub", "null")]
    [InlineData("sub", "\"\"")]
    [InlineData("sub", "\"line\\nbreak\"")]
    [InlineData("exp", "null")]
    [InlineData("exp", "1000000000")]
    [InlineData("nbf", "4000000000")]
    public async Task A_token_for_somebody_else_or_another_time_is_refused(string claim, string value) =>
        await RefusesAsync(Issuer.Token(claims: (claim, JsonNode.Parse(value))), $"{claim} {value}");

    [Fact]
    public async Task Clocks_may_differ_by_half_a_minute_and_no_more()
    {
        using var late = await tracker.AskAsync(Issuer.Token(claims: ("exp", Issuer.In(-0.05))));
        ((int)late.StatusCode).Should().Be(200);
        await RefusesAsync(Issuer.Token(claims: ("exp", Issuer.In(-0.6))), "too late");
        await RefusesAsync(Issuer.Token(claims: ("nbf", Issuer.In(3))), "too early");
    }

    [Fact]
    public async Task A_key_of_somebody_else_is_no_key_whatever_it_is_called()
    {
        var other = tracker.Stranger.Keys[0];

        await RefusesAsync(Jwt.Make(Jwt.Header("ES256", Key.Id), Issuer.Claims(), other.Sign), "under a known id");
        await RefusesAsync(Jwt.Make(Jwt.Header("ES256", "unheard-of"), Issuer.Claims(), other.Sign), "under an unknown id");
        await RefusesAsync(Jwt.Make(new() { ["alg"] = "ES256" }, Issuer.Claims(), other.Sign), "under no id");
        await RefusesAsync(Jwt.Make(Jwt.Header("ES256", "second"), Issuer.Claims(), other.Sign), "under the id of a key of another kind");
    }

    [Fact]
    public async Task Nothing_in_a_token_leads_to_a_request()
    {
        var (evil, other) = (tracker.Stranger.Address, tracker.Stranger.Keys[0]);
        foreach (var pointer in new[] { "jku", "x5u", "jwk_uri", "kid" })
        {
            await RefusesAsync(Jwt.Make(Jwt.Header("ES256", "first", (pointer, evil + "/keys")), Issuer.Claims(), other.Sign), pointer);
            await RefusesAsync(Jwt.Make(Jwt.Header("ES256", "first", (pointer, evil + "/keys")), Issuer.Claims(("iss", evil)), other.Sign), pointer);
        }

        await RefusesAsync(Jwt.Make(Jwt.Header("ES256", "first", ("jwk", other.Public())), Issuer.Claims(), other.Sign), "a key of its own");
        await RefusesAsync(tracker.Stranger.Token(), "of another issuer");
        tracker.Stranger.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task What_must_be_understood_and_is_not_is_refused() =>
        await RefusesAsync(Jwt.Make(Jwt.Header("ES256", "first", ("crit", new JsonArray("b64")), ("b64", false)), Issuer.Claims(), Key.Sign), "crit");

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        var parts = Issuer.Token().Split('.');
        var other = Issuer.Token(claims: ("roles", "admin")).Split('.');

        await RefusesAsync($"{parts[0]}.{other[1]}.{parts[2]}", "other claims");
        await RefusesAsync($"{parts[0]}.{parts[1]}.", "no signature");
        await RefusesAsync($"{parts[0]}.{parts[1]}.{parts[2][..^4]}", "a shorter signature");
        await RefusesAsync($"{parts[0]}..{parts[2]}", "no claims");
        await RefusesAsync("eyJ.eyJ.eyJ", "no JSON");
        await RefusesAsync("eyJub3RoaW5nIjo.*.!", "no Base64");
    }

    [Theory]
    [InlineData(9_000, 401)]
    [InlineData(20_000, 431)]
    public async Task A_huge_token_is_not_looked_into(int length, int status)
    {
        var huge = Issuer.Token(claims: ("padding", new string('a', length)));
        await tracker.RefusesAsync(status, null, () => tracker.SendRawAsync("GET /api/events HTTP/1.1", $"Authorization: Bearer {huge}"));
    }

    [Fact]
    public async Task Two_tokens_are_no_token() => await tracker.RefusesAsync(401, "not-authenticated", () => tracker.SendRawAsync(
        "GET /api/events HTTP/1.1", $"Authorization: Bearer {Issuer.Token()}", $"Authorization: Bearer {Issuer.Token()}"));

    [Fact]
    public async Task Whoever_sends_nothing_is_told_no_error()
    {
        using var response = await tracker.Public.GetAsync("/api/events");

        response.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
    }

    private async Task RefusesAsync(string token, string because)
    {
        await tracker.RefusesAsync(401, "not-authenticated", async () =>
        {
            var response = await tracker.SendRawAsync("GET /api/events HTTP/1.1", $"Authorization: Bearer {token}");
            response.Headers.WwwAuthenticate.ToString().Should().Be("Bearer error=\"invalid_token\"", because);
            return response;
        }, because);
    }
}
