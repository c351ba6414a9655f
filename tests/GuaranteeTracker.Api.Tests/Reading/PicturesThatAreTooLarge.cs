using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class PicturesThatAreTooLarge
{
    [Fact]
    public void Two_thousand_positions_are_shown_and_one_more_asks_to_narrow_it()
    {
        Dress("", 2_000).Should().BeOfType<PictureAnswer>();
        Dress("cells", 2_001).Should().BeOfType<CellsAnswer>();
        var problem = Dress("", 2_001).Should().BeOfType<Problem>().Which;
        problem.Status.Should().Be(422);
        problem.Detail.Should().Contain("2001").And.Contain("view=cells").And.Contain("topic=").And.Contain("actor=");
        ProblemTypes.Titles.Should().ContainKey(problem.Code);
    }

    private static object Dress(string view, int positions) =>
        PicturesApi.Dress(view, DateTime.UnixEpoch, new Known(1, DateTime.UnixEpoch, 0), new Picture([], [], new Counts(positions, positions, 1)));
}
