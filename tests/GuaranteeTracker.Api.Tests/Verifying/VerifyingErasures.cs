using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Erasing;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Verifying;

public sealed class VerifyingErasures(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task A_text_that_an_admin_erased_is_counted_and_one_that_somebody_deleted_is_a_fault()
    {
        var (erased, _) = await tracker.RecordTextAsync();
        var (deleted, _) = await tracker.RecordTextAsync();
        (await tracker.Admin.EraseAsync("source-text", erased)).EnsureSuccessStatusCode();
        await tracker.SettleAsync();

        var sound = await VerifyAsync();
        (sound["takenDown"]!.GetValue<int>(), sound["faults"]!.AsArray().Count).Should().Be((1, 0));

        await tracker.TamperAsync($"delete from {Tables.SourceTexts} where sha256 = (select data ->> 'textSha256' from {Tables.Events} where stream_id = 'source:{deleted}' and version = 1)");

        (await VerifyAsync())["faults"]!.AsArray().Should().ContainSingle().Which!["stream"]!.GetValue<string>().Should().Be($"source:{deleted}");
    }

    private async Task<JsonNode> VerifyAsync() => JsonNode.Parse((await CommandRun.OfAsync(
        "verify", "--json", $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}", $"--GuaranteeTracker:DataDirectory={tracker.DataDirectory}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org")).Output)!;
}
