using System.Collections.Concurrent;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Moving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GuaranteeTracker.Api.Tests.Replaying;

/// <summary>At the address to import to there is no GuaranteeTracker, or one whose answers are changed on the way.</summary>
public sealed class SomethingElseAnswers
{
    [Theory]
    [InlineData("<html>Welcome</html>", "*answers with something that is not GuaranteeTracker's*")]
    [InlineData("null", "*answers with something that is not GuaranteeTracker's*")]
    [InlineData("{\"id\":\"a\",", "*answers with something that is not GuaranteeTracker's*")]
    [InlineData("{\"id\":\"a\"}", "*answers with something that is not GuaranteeTracker's*")]
    [InlineData("", "*answer broke off*")]
    [InlineData("{\"line\":1,\"result\":\"recorded\"}", "*answer broke off*")]
    public async Task The_import_stops_and_says_so(string answer, string because)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(http => http.Response.WriteAsync(answer));
        await app.StartAsync();
        using var remote = new RemoteImporter(new Uri(app.Urls.Single()), null, isStrict: false);

        var import = () => remote.ImportAsync(["""{"type":"topic","id":"a","title":"A","proposition":"B","version":1}"""]);

        await import.Should().ThrowAsync<UnusableInputException>().WithMessage(because);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Nobody_is_followed_to_another_service(int status)
    {
        var asked = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(http =>
        {
            asked.Enqueue(http.Request.Path);
            (http.Response.StatusCode, http.Response.Headers.Location) = (status, "/elsewhere");
            return Task.CompletedTask;
        });
        await app.StartAsync();
        using var remote = new RemoteService(new Uri(app.Urls.Single()), "key-of-the-first", patience: null);

        using var answer = await remote.GetAsync("/api/keys", CancellationToken.None);

        ((int)answer.StatusCode).Should().Be(status);
        asked.Should().Equal("/api/keys");
    }
}
