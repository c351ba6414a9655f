using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Pictures;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class PicturesThatAreTooLarge
{
    [Fact]
    public void Two_thousand_positions_are_shown_and_one_more_asks_to_narrow_it()
    {
        PicturesApi.RefuseSize(new Counts(2_000, 2_000, 1)).Should().BeNull();
        var problem = PicturesApi.RefuseSize(new Counts(2_001, 2_001, 1))!;
        problem.Status.Should().Be(422);
        problem.Detail.Should().Contain("2001").And.Contain("view=cells").And.Contain("topic=").And.Contain("actor=");
        ProblemTypes.Titles.Should().ContainKey(problem.Code);
    }
}
