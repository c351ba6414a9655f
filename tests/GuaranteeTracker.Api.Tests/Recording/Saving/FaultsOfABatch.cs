using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording.Saving;

namespace GuaranteeTracker.Api.Tests.Recording.Saving;

public sealed class FaultsOfABatch
{
    private static readonly Problem
        _taken = new(409, "claim-id-taken", "It is on record with other content."),
        _noStance = Refusal("not-acceptable", ("/stance", "Send one."), ("/summary", "Write one.")),
        _noEvidence = Refusal("evidence-not-found", ("/evidence/quotes/0/exact", "It is not there."));

    [Fact]
    public void Where_nothing_is_in_the_way_there_is_no_problem() => BatchProblem.Of([null, null], "/claims").Should().BeNull();

    [Fact]
    public void Every_fault_of_every_item_is_told_at_its_own_place()
    {
        var problem = BatchProblem.Of([null, _noStance, _taken, null, _noEvidence], "/claims")!;

        (problem.Status, problem.Code).Should().Be((422, "not-acceptable"));
        problem.Detail.Should().StartWith("3 of the items");
        problem.Errors!.Keys.Should().BeEquivalentTo("/claims/1/stance", "/claims/1/summary", "/claims/2", "/claims/4/evidence/quotes/0/exact");
        problem.Errors["/claims/2"].Should().Equal("It is on record with other content.");
    }

    [Fact]
    public void Faults_of_one_sort_give_it_their_code()
    {
        var problem = BatchProblem.Of([_noEvidence, null, _noEvidence], "/claims")!;

        (problem.Status, problem.Code).Should().Be((422, "evidence-not-found"));
    }

    [Fact]
    public void Conflicts_alone_keep_their_status_and_code()
    {
        var problem = BatchProblem.Of([null, _taken], "/claims")!;

        (problem.Status, problem.Code).Should().Be((409, "claim-id-taken"));
        problem.Errors!.Keys.Should().Equal("/claims/1");
    }

    [Fact]
    public void What_cannot_be_accepted_comes_before_conflicts()
    {
        var problem = BatchProblem.Of([_taken, _noEvidence], "/claims")!;

        (problem.Status, problem.Code).Should().Be((422, "evidence-not-found"));
        problem.Errors!.Keys.Should().BeEquivalentTo("/claims/0", "/claims/1/evidence/quotes/0/exact");
    }

    private static Problem Refusal(string code, params (string At, string Because)[] faults) =>
        new(422, code, "It cannot be accepted.", faults.ToDictionary(fault => fault.At, fault => new[] { fault.Because }));
}
