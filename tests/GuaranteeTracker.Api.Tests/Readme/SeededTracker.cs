using System.Net;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Readme;

/// <summary>A service as somebody finds it who has just started it: the seeds on record, and a checkpoint over them.</summary>
public class SeededTracker : Tracker, IAsyncLifetime
{
    protected override IEnumerable<string> Settings => ["--GuaranteeTracker:SeedOnStart=true"];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await SettleAsync();
    }

    /// <summary>Asks for a K that only a checkpoint over all seeds gives; the service itself waits up to two seconds for it.</summary>
    private async Task SettleAsync()
    {
        var last = (await Public.GetJsonAsync("/api/picture"))["known"]!["sequence"]!.GetValue<long>();
        var status = HttpStatusCode.UnprocessableEntity;
        for (var patience = 15; status == HttpStatusCode.UnprocessableEntity && patience > 0; patience--)
        {
            using var response = await Public.GetAsync($"/api/picture?view=cells&knownAt=seq:{last}");
            status = response.StatusCode;
        }

        status.Should().Be(HttpStatusCode.OK, "a checkpoint covers the seeds within half a minute");
    }
}
