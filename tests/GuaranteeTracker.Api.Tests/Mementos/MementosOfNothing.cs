using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Mementos;

/// <summary>Nothing is recorded here.</summary>
public sealed class MementosOfNothing(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("/timegate/picture?asOf=2025-08-20")]
    [InlineData("/timegate/timeline")]
    [InlineData("/timemap/picture")]
    [InlineData("/timemap/api/timeline")]
    public async Task Before_anything_is_recorded_there_is_no_memento(string address)
    {
        using var missing = await tracker.Public.GetAsync(address);

        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await missing.JsonAsync())["type"]!.GetValue<string>().Should().Be("/problems/nothing-recorded");
    }
}
