using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests;

public sealed class RecordingOverHttp(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_claim_is_recorded_with_the_place_of_its_words_and_shows_in_the_picture()
    {
        var source = await tracker.RecordCatalogueAsync();
        var id = Guid.NewGuid();

        var response = await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, id));

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        response.Headers.Location.Should().Be($"https://tracker.example.org/api/claims/{id}");
        var quote = (await response.JsonAsync())["evidence"]!["quotes"]![0]!;
        quote["start"]!.GetValue<int>().Should().Be(31);
        var picture = await tracker.Public.GetJsonAsync("/api/picture?asOf=2025-08-18");
        picture["topics"]![0]!["positions"]![0]!["claim"]!.GetValue<Guid>().Should().Be(id);
    }
}
