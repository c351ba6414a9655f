using System.Net;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Importing;
using GuaranteeTracker.Api.Tests.Recording;
using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Api.Tests.Erasing;

/// <summary>What was erased is quoted from no more, and comes back by no way.</summary>
public sealed class ErasedTextsStayAway(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Nothing_more_is_recorded_from_it_and_what_was_is_repeated()
    {
        var (source, _) = await tracker.RecordTextAsync();
        var claim = await tracker.RecordClaimAsync(source);
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));

        var problem = await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source)));
        problem.ErrorAt("/evidence/source").Should().Contain("taken down");
        await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, exact: "words that only the text could tell near")));
        await tracker.Admin.PostAsync("/api/claims", Samples.Claim(source, claim)).ShouldBeOkAsync(1);
    }

    [Fact]
    public async Task It_does_not_come_back_with_another_source_nor_with_the_same_again()
    {
        var (source, text) = await tracker.RecordTextAsync();
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));

        var problem = await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/sources", Samples.Source(text: text.Replace("𝕎", "\r\n𝕎", StringComparison.Ordinal)[2..])));
        problem.ErrorAt("/text").Should().StartWith("This very text was taken down on").And.EndWith("and is not kept again.");
        var repeat = await tracker.Admin.PostAsync("/api/sources", Samples.Source(source, text)).ShouldBeOkAsync(1);
        repeat["sha256"]!.GetValue<string>().Should().Be(SourceText.HashOf(text));
        await tracker.RefusesAsync(409, "source-id-taken", () => tracker.Admin.PostAsync("/api/sources", Samples.Source(source, text + " More.")));
        (await tracker.KeepsAsync(text)).Should().BeFalse();
        using var gone = await tracker.Admin.GetAsync($"/api/sources/{source}/text");
        gone.StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Nor_with_an_import()
    {
        var (source, text) = await tracker.RecordTextAsync();
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));
        var (same, other) = (Samples.Source(source, text), Samples.Source(text: text));
        (same["type"], same["version"], other["type"]) = ("source", 1, "source");
        var claim = Samples.Claim(Guid.Parse(other["id"]!.GetValue<string>()));
        claim["type"] = "claim";

        var (results, _) = await tracker.Admin.ImportLinesAsync([same.ToJsonString(), other.ToJsonString(), claim.ToJsonString()]);

        results.OrderBy(result => result["line"]!.GetValue<int>()).Select(result => result["result"]!.GetValue<string>()).Should().Equal("repeated", "refused", "refused");
        results.Single(result => result["line"]!.GetValue<int>() == 2)["problem"]!["type"]!.GetValue<string>().Should().Be("/problems/text-taken-down");
        (await tracker.KeepsAsync(text)).Should().BeFalse();
    }

    [Fact]
    public async Task No_kept_answer_holds_a_text()
    {
        await tracker.RecordCatalogueAsync();
        var (source, text) = (Guid.NewGuid(), Erasures.MakeText());
        using var registered = await tracker.Admin.PostAsync("/api/sources", Samples.Source(source, text), ("Idempotency-Key", "keeps-no-text"));
        await Subject.MustAsync(tracker.Admin.EraseAsync("source-text", source));

        using var again = await tracker.Admin.PostAsync("/api/sources", Samples.Source(source, text), ("Idempotency-Key", "keeps-no-text"));

        again.StatusCode.Should().Be(HttpStatusCode.Created, "it is the first answer again");
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Answers}")).Should().BePositive();
        (await tracker.QueryAsync<long>($"select count(*) from {Tables.Answers} where position(convert_to('stands in no quote', 'UTF8') in body) > 0")).Should().Be(0);
        (await tracker.KeepsAsync(text)).Should().BeFalse();
    }

    [Fact]
    public async Task A_text_that_was_deleted_by_hand_before_is_kept_out_from_now_on()
    {
        var (source, text) = await tracker.RecordTextAsync();
        await tracker.QueryAsync<string>($"delete from {Tables.SourceTexts} where sha256 = '{SourceText.HashOf(text)}' returning sha256");

        using var response = await tracker.Admin.EraseAsync("source-text", source);

        response.StatusCode.Should().Be(HttpStatusCode.Created);
        await tracker.RefusesAsync(422, "text-taken-down", () => tracker.Admin.PostAsync("/api/sources", Samples.Source(text: text)));
    }
}
