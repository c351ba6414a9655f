using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Mementos;

public sealed class LongTimeMaps(Tracker tracker) : IClassFixture<Tracker>
{
    private const int Claims = 530;

    [Fact]
    public async Task A_long_TimeMap_comes_in_pages_that_miss_nothing_and_repeat_nothing()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        for (var i = 0; i < Claims; i++)
        {
            await subject.RecordClaimAsync();
            await tracker.SettleAsync(); // a checkpoint for each
        }

        var (address, pages, mementos) = ($"/timemap/api/picture?asOf=2025-08-20&topic={subject.Topic}", 0, new List<Link>());
        for (string? next = address; next is not null; pages++)
        {
            var page = await tracker.Public.TimeMapAsync(next);
            page.With("memento").Count().Should().BeLessThanOrEqualTo(500);
            page.With("self").Single().Local.Should().Be(next);
            mementos.AddRange(page.With("memento"));
            next = page.With("timemap").SingleOrDefault(link => link.Local.Contains("after=", StringComparison.Ordinal))?.Local;
        }

        pages.Should().Be(2);
        mementos.Should().HaveCount(Claims + 1, "the first checkpoint, which holds no claim yet, and one for each claim");
        mementos.Select(memento => memento.Sequence).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        mementos.With("first").Should().ContainSingle().Which.Should().Be(mementos[0]);
        mementos.With("last").Should().ContainSingle().Which.Should().Be(mementos[^1]);
    }
}
