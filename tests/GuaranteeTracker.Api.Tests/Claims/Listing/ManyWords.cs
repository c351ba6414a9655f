using GuaranteeTracker.Api.Claims;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Domain.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace GuaranteeTracker.Api.Tests.Claims.Listing;

public sealed class ManyWords(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Passages = 50, WordsEach = 660, Letters = 200;

    /// <summary>Each word comes in full text three times: together, and each half.</summary>
    private static readonly string[] _passages = [.. Enumerable.Range(0, Passages).Select(i => string.Join(' ', Enumerable.Range(i * WordsEach, WordsEach).Select(Word)))];

    [Fact]
    public async Task A_claim_with_more_words_than_full_text_holds_is_found_by_its_first_and_holds_up_no_checkpoint()
    {
        var source = await tracker.RecordCatalogueAsync(string.Join('\n', _passages));
        var claim = new RecordClaim
        {
            Id = Guid.NewGuid().ToString(), Actor = "us", Topic = "us-air-support", Stance = "open", Voice = "paraphrase", Stated = "2025-08-18", Summary = "Very much was said.",
            Evidence = new EvidenceInput { Source = source.ToString(), Quotes = [.. _passages.Select(passage => new QuoteInput { Exact = passage })] },
        };

        var outcome = await tracker.Services.GetRequiredService<Recorder>().RecordAsync(ClaimRecordings.Of(claim), new(new(Guid.NewGuid(), "test", "test")), CancellationToken.None);

        outcome.Should().BeOfType<Outcome.Recorded>((outcome as Outcome.Refused)?.Problem.Detail);
        await tracker.SettleAsync();
        foreach (var search in new[] { "much", Word(7) })
        {
            (await tracker.Public.GetJsonAsync($"/api/claims?q={Uri.EscapeDataString(search)}"))["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).Should().Equal(claim.Id);
        }
    }

    /// <summary>No two numbers make the same one.</summary>
    private static string Word(int number)
    {
        var (one, other) = ((char)('一' + (number / Letters)), (char)('一' + (number % Letters)));
        return $"{one}{other}-{other}{one}";
    }
}
