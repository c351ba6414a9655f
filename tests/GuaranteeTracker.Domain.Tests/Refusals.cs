namespace GuaranteeTracker.Domain.Tests;

public sealed class Refusals
{
    private static readonly Fault _one = new("/name", "required", "This is required.");

    [Fact]
    public void One_fault_is_the_refusals_own() =>
        Refusal.Unacceptable(_one).Should().Be(new Refusal(RefusalKind.Unacceptable, "required", "This is required.", [_one]));

    [Fact]
    public void A_code_that_all_faults_share_is_the_refusals_own() =>
        Refusal.Unacceptable(_one, _one with { Pointer = "/kind" }).Should().BeEquivalentTo(
            new { Kind = RefusalKind.Unacceptable, Code = "required", Because = "2 things have to be put right; see errors." });

    [Fact]
    public void Faults_of_different_codes_are_not_acceptable_together() =>
        Refusal.Unacceptable(_one, _one with { Code = "too-long" }).Code.Should().Be("not-acceptable");

    [Fact]
    public void A_fault_of_size_is_the_refusals_own_whatever_the_others_are() =>
        Refusal.Unacceptable(_one, _one with { Pointer = "/text", Code = "too-large", Because = "It is too large." }).Should().BeEquivalentTo(
            new { Kind = RefusalKind.TooLarge, Code = "too-large", Because = "It is too large." });

    [Fact]
    public void No_fault_refuses_nothing()
    {
        var faults = new Faults();

        faults.Any.Should().BeFalse();
        faults.Refuse(out var refusal).Should().BeFalse();
        refusal.Should().BeNull();
    }

    [Fact]
    public void Faults_are_told_in_the_order_they_were_found()
    {
        var faults = new Faults();
        faults.Add("/b", "required", "This is required.");
        faults.Add("/a", "required", "This is required.");

        faults.Refuse(out var refusal).Should().BeTrue();
        refusal!.Faults.Select(fault => fault.Pointer).Should().Equal("/b", "/a");
    }

    [Fact]
    public void Conflicts_and_what_is_missing_have_no_place_in_the_request()
    {
        Refusal.Conflict("kind-fixed", "It is.").Should().Be(new Refusal(RefusalKind.Conflict, "kind-fixed", "It is.", []));
        Refusal.Missing("unknown-claim", "There is none.").Should().Be(new Refusal(RefusalKind.Missing, "unknown-claim", "There is none.", []));
    }
}
