using System.Net.Http.Headers;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Faults.Killing;

/// <summary>What claims of <see cref="Samples"/> refer to.</summary>
internal static class FirstSource
{
    /// <returns>The source's id.</returns>
    public static async Task<Guid> RecordAsync(Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tracker.AdminKey);
        var (source, person) = (Guid.NewGuid(), Samples.Actor("Donald Trump", "person"));
        await Subject.MustAsync(http.PutAsync("/api/actors/us", Samples.Actor()));
        await Subject.MustAsync(http.PutAsync("/api/actors/donald-trump", person));
        await Subject.MustAsync(http.PutAsync("/api/topics/us-air-support", Samples.Topic()));
        await Subject.MustAsync(http.PostAsync("/api/sources", Samples.Source(source)));
        return source;
    }
}
