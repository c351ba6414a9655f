using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Saving;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

/// <summary>What is said of requests that are not tried again.</summary>
public sealed class UnknownOutcomes
{
    private static readonly Outcome _repeat = new Outcome.Recorded(new Answer(200, null, "\"1\"", []), IsNew: false);

    private readonly SingleEntry _entry = new(new Unrecordable(Problems.Busy), Together.Context());

    [Fact]
    public async Task Of_one_that_was_never_committed_nothing_was_recorded() => (await GivenUpAsync()).Should().Be(new Outcome.Refused(Problems.DatabaseAway));

    [Fact]
    public async Task One_that_repeats_what_was_to_be_stored_with_it_is_not_told_that_nothing_was_recorded()
    {
        _entry.Begin(new(_repeat, []));

        (await GivenUpAsync()).Should().Be(new Outcome.Refused(Problems.OutcomeUnknown));
    }

    [Fact]
    public async Task Of_one_that_was_refused_nothing_was_recorded_whoever_was_saved_with_it()
    {
        _entry.Begin(new(Problems.Busy, []));

        (await GivenUpAsync()).Should().Be(new Outcome.Refused(Problems.DatabaseAway));
    }

    [Fact]
    public void Only_one_that_waits_can_be_taken_or_taken_back()
    {
        _entry.TryTake().Should().BeTrue();
        _entry.TryGiveUp().Should().BeFalse();
        _entry.TryTake().Should().BeFalse();
    }

    private Task<Outcome> GivenUpAsync()
    {
        _entry.GiveUp(Problems.DatabaseAway);
        return _entry.WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None);
    }
}
