using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Recording;

/// <summary>What holds for every refusal, whatever it is about.</summary>
internal static partial class Refusing
{
    /// <summary>Sends something bad: problem details with this status and type come back, they tell nothing of the inside, and nothing is stored.</summary>
    /// <param name="code">The last part of the problem's type; null where the status says enough.</param>
    public static async Task<JsonObject> RefusesAsync(this Tracker tracker, int status, string? code, Func<Task<HttpResponseMessage>> send, string because = "")
    {
        var before = await tracker.CountEventsAsync();

        using var response = await send();
        var problem = await response.ShouldBeProblemAsync(status, code, because);

        (await tracker.CountEventsAsync()).Should().Be(before, "nothing is stored by what is refused: {0}", because);
        return problem;
    }

    public static async Task<JsonObject> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string? code = null, string because = "")
    {
        var body = await response.Content.ReadAsStringAsync();
        because += " " + body;
        ((int)response.StatusCode).Should().Be(status, because);
        response.Content.Headers.ContentType.Should().Be(MediaTypeHeaderValue.Parse("application/problem+json"), because);
        ShouldBeSafe(response);
        response.Headers.CacheControl?.NoStore.Should().BeTrue("what went wrong once goes right the next time: {0}", because);
        Leaks().Match(body).Value.Should().BeEmpty("nothing of the inside leaves: {0}", body);

        var problem = JsonNode.Parse(body)!.AsObject();
        problem["status"]!.GetValue<int>().Should().Be(status, because);
        problem["title"]!.GetValue<string>().Should().NotBeEmpty();
        problem["detail"]!.GetValue<string>().Should().EndWith(".", "it is a sentence that says what to do");
        var type = problem["type"]!.GetValue<string>();
        ProblemTypes.Titles.Keys.Select(known => "/problems/" + known).Should().Contain(type);
        if (code is not null)
        {
            type.Should().Be("/problems/" + code, because);
        }

        return problem;
    }

    /// <summary>The headers that browsers go by; and none that tells what runs here.</summary>
    public static void ShouldBeSafe(HttpResponseMessage response)
    {
        Header("X-Content-Type-Options").Should().Be("nosniff");
        Header("Referrer-Policy").Should().Be("no-referrer");
        Header("Content-Security-Policy").Should().Contain("default-src").And.Contain("frame-ancestors 'none'");
        ShouldRunNoScriptOfOthers(response);
        Header("X-Frame-Options").Should().Be("DENY");
        Header("Cross-Origin-Opener-Policy").Should().Be("same-origin");
        Header("Cross-Origin-Resource-Policy").Should().Be("cross-origin");
        Header("Permissions-Policy").Should().Contain("camera=()").And.Contain("geolocation=()").And.Contain("microphone=()");
        Header("X-Correlation-Id").Should().NotBeEmpty();
        Header("Server").Should().BeEmpty();
        Header("X-Powered-By").Should().BeEmpty();

        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
    }

    /// <summary>No directive for scripts, nor what counts where there is none, lets in what somebody wrote into a page.</summary>
    public static void ShouldRunNoScriptOfOthers(HttpResponseMessage response)
    {
        foreach (var policy in response.Headers.GetValues("Content-Security-Policy").SelectMany(header => header.Split(',')))
        {
            policy.Split(';').Select(directive => directive.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words is [var name, ..] && (name.StartsWith("script-src", StringComparison.OrdinalIgnoreCase) || name.Equals("default-src", StringComparison.OrdinalIgnoreCase)))
                .Should().NotBeEmpty(policy).And.OnlyContain(words => !words.Any(word => word.StartsWith("'unsafe-", StringComparison.OrdinalIgnoreCase) || word == "*"), policy);
        }
    }

    /// <summary>The sentence for one place in the request, by JSON pointer.</summary>
    public static string ErrorAt(this JsonObject problem, string pointer)
    {
        var errors = problem["errors"]?.AsObject() ?? [];
        errors.Select(error => error.Key).Should().Contain(pointer, problem.ToJsonString());
        return errors[pointer]!.AsArray().Single()!.GetValue<string>();
    }

    [GeneratedRegex(@"\n?\s+at [A-Z]\w+\.|\w+Exception\b|\.cs\b|\.dll\b|Npgsql|Marten|Microsoft|System\.|Kestrel|ASP\.NET|\bmt_\w+|\bselect .* from\b|\binsert into\b|\b23505\b|/(?:usr|tmp|home|root|src)/|LineNumber|BytePosition")]
    private static partial Regex Leaks();
}
