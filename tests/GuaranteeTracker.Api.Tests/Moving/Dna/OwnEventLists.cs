using GuaranteeTracker.Api.Replaying;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Moving.Dna;

/// <summary>What <c>/api/claims?format=dna</c> gives, read back.</summary>
public sealed class OwnEventLists(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Fact]
    public async Task The_service_s_own_list_reads_back_claim_by_claim()
    {
        var listed = (await tracker.Public.GetJsonAsync("/api/claims?limit=200"))["items"]!.AsArray()
            .Where(item => item!["stance"]!.GetValue<string>() != "undecided" && item["voice"]!.GetValue<string>() != "hearsay").Select(item => item!).ToList();
        using var file = DnaFile.Of(await tracker.Public.GetStringAsync("/api/claims?format=dna"));

        var items = await file.ReadAsync();

        var claims = items.Steps(StepKind.Claim).ToList();
        claims.Select(claim => claim.Content()["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>()).Should().BeEquivalentTo(
            listed.Select(item => item["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>().Replace(';', ',').Replace('"', '\'')));
        claims.Count(claim => claim.Content()["stance"]!.GetValue<string>() == "supports").Should().Be(listed.Count(item => item["stance"]!.GetValue<string>() is "open" or "supports" or "commits"));
        claims.Count(claim => claim.Content()["speaker"] is not null).Should().Be(listed.Count(item => item["speaker"] is not null));
        items.Steps(StepKind.Source).Single().Content()["title"]!.GetValue<string>().Should().EndWith("(excerpt from a coded event list)");
        items.Losses().Should().Equal($"document {listed[0]["evidence"]!["source"]}: There is no place for its type, “article”.");
    }

    [Fact]
    public async Task Apostrophes_that_keep_formulas_from_running_are_taken_from_the_service_s_own_rows_alone()
    {
        using var file = DnaFile.Of(
            "statement_id;time;person;concept;agreement;text;document_id\n"
            + "1;2025-08-20 00:00:00;Ada;Troops;1;'-5 degrees', he said;3\n"
            + "2;2025-08-20 00:00:00;Ada;Troops;1;'-5 degrees, he said;0b0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f\n");

        (await file.ReadAsync()).Steps(StepKind.Claim).Select(claim => claim.Content()["evidence"]!["quotes"]![0]!["exact"]!.GetValue<string>())
            .Should().Equal("'-5 degrees', he said", "-5 degrees, he said");
    }
}
