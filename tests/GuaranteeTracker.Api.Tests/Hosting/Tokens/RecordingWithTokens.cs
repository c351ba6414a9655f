using System.Net;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting.Security;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Recording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Hosting.Tokens;

/// <summary>What good tokens allow.</summary>
public sealed class RecordingWithTokens(TokenTracker tracker) : IClassFixture<TokenTracker>
{
    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    [InlineData("third")]
    public async Task Every_usual_algorithm_is_taken(string key)
    {
        using var caller = tracker.Client(tracker.Issuer.Token(key));

        using var response = await caller.PutAsync($"/api/topics/signed-{key}", Samples.Topic());

        response.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Events_carry_a_pseudonym_and_the_directory_who_that_is_with_which_issuer()
    {
        using var caller = tracker.Client(tracker.Issuer.Token(claims: ("sub", "marta")));
        (await caller.PutAsync("/api/topics/by-marta", Samples.Topic())).EnsureSuccessStatusCode();

        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Analysts} where name = '{tracker.Issuer.Address} marta'")).Should().Be(1);
        (await tracker.QueryAsync<long>("select count(*) from guaranteetracker.mt_events where headers::text like '%marta%'")).Should().Be(0);
    }

    [Fact]
    public async Task The_audit_tells_holders_apart_and_names_none()
    {
        var marta = await DescribeAsync("marta");

        marta.Should().MatchRegex("^token [0-9a-f]{16}$").And.Be(await DescribeAsync("marta")).And.NotBe(await DescribeAsync("ines"));

        async Task<string> DescribeAsync(string subject)
        {
            await using var scope = tracker.Services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Headers = { Authorization = $"Bearer {tracker.Issuer.Token(claims: ("sub", subject))}" } } };
            return (await http.AuthenticateAsync()).Principal!.Describe();
        }
    }

    [Theory]
    [InlineData("""["reader"]""", 200, 403)]
    [InlineData("""["nonsense", "reader", "analyst"]""", 200, 201)]
    [InlineData("\"admin\"", 200, 201)]
    [InlineData("""["Analyst"]""", 403, 403)]
    [InlineData("""["None", "4", ""]""", 403, 403)]
    [InlineData("[]", 403, 403)]
    [InlineData("""{"analyst": true}""", 403, 403)]
    [InlineData("null", 403, 403)]
    public async Task The_highest_role_counts_that_is_one_of_those_known(string roles, int reading, int recording)
    {
        using var caller = tracker.Client(tracker.Issuer.Token(claims: ("roles", JsonNode.Parse(roles))));

        using var read = await caller.GetAsync("/api/events");
        using var recorded = await caller.PutAsync($"/api/topics/by-role-{Guid.NewGuid()}", Samples.Topic());

        ((int)read.StatusCode).Should().Be(reading);
        ((int)recorded.StatusCode).Should().Be(recording);
    }

    [Fact]
    public async Task Keys_are_taken_beside_tokens()
    {
        (await tracker.Admin.GetAsync("/api/events")).EnsureSuccessStatusCode();
        await tracker.RefusesAsync(401, "not-authenticated", () => tracker.AskAsync("some-key-that-is-not-in-force"));
    }

    [Fact]
    public async Task A_good_token_leads_to_no_question_but_for_metadata_and_keys()
    {
        var asked = tracker.Issuer.Asked.Count;
        for (var times = 0; times < 3; times++)
        {
            (await tracker.AskAsync(tracker.Issuer.Token())).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        tracker.Issuer.Asked.Should().OnlyContain(path => path == "/.well-known/openid-configuration" || path == "/keys");
        tracker.Issuer.Asked.Count.Should().Be(asked, "the keys are known");
    }
}
