using Microsoft.AspNetCore.Http.Timeouts;

namespace GuaranteeTracker.Api.Hosting;

/// <summary>
/// An answer begins in time or not at all. Once it has begun the reader's pace counts, which has a limit of its own: exports and the live log go on as long as they are read.
/// What records has its own deadline, before it is stored, and is not cut off while it is.
/// </summary>
internal static class Deadlines
{
    public static void AddDeadlines(this IServiceCollection services, Settings settings) => services.AddRequestTimeouts(options => options.DefaultPolicy = new()
    {
        Timeout = TimeSpan.FromSeconds(settings.ReadingDeadline),
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = TellAsync,
    });

    public static Task EndWithAnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpRequestTimeoutFeature>() is { } timeout)
        {
            http.Response.OnStarting(() =>
            {
                timeout.DisableTimeout();
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private static Task TellAsync(HttpContext http)
    {
        http.RequestAborted = CancellationToken.None; // what is over is the time of the work that was given up, not of telling so
        return ProblemAnswer.WriteAsync(http, Problems.TooSlow);
    }
}
