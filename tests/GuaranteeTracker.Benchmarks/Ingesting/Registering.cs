using System.Net.Http.Headers;
using System.Net.Http.Json;
using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Benchmarks.Generating;
using GuaranteeTracker.Domain.Actors;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Puts on record what claims refer to.</summary>
internal static class Registering
{
    /// <exception cref="HttpRequestException">The service refuses something.</exception>
    public static async Task RunAsync(Uri service, string key, IEnumerable<Article> articles, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = service };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var fact in World.Registrations())
        {
            if (fact is ActorRegistered actor)
            {
                await SendAsync(http.PutAsync($"/api/actors/{actor.Actor}", JsonContent.Create(FactRequests.Of(actor.Content), options: FactRequests.Options), cancellation));
            }
            else
            {
                var (_, id, request) = FactRequests.Of(fact);
                await SendAsync(http.PutAsync($"/api/topics/{id}", JsonContent.Create(request, request.GetType(), options: FactRequests.Options), cancellation));
            }
        }

        foreach (var article in articles)
        {
            var source = FactRequests.Of(article.Source, article.Text) with { Id = article.Source.Source.ToString() };
            await SendAsync(http.PostAsync("/api/sources", JsonContent.Create(source, options: FactRequests.Options), cancellation));
        }
    }

    private static async Task SendAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        answer.EnsureSuccessStatusCode();
    }
}
