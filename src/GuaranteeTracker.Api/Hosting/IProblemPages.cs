namespace GuaranteeTracker.Api.Hosting;

/// <summary>Problems for people.</summary>
internal interface IProblemPages
{
    /// <summary>Whether a person asks, with a browser, for something that is not the API.</summary>
    bool IsWanted(HttpRequest request);

    /// <summary>Writes the body; status and headers that do not depend on its form are set.</summary>
    Task WriteAsync(HttpContext http, ProblemAnswer problem);
}
