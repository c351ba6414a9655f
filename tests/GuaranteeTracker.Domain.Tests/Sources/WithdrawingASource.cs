using GuaranteeTracker.Domain.Sources;

namespace GuaranteeTracker.Domain.Tests.Sources;

using static Documents;

public sealed class WithdrawingASource
{
    private static readonly SourceWithdrawn _withdrawn = new(Id, "a forgery");

    [Fact]
    public void A_source_is_withdrawn_for_a_reason() => Given(Registered).When(Withdrawing(" a forgery ")).Then(_withdrawn);

    [Fact]
    public void A_withdrawal_in_force_records_nothing() => Given(Registered, _withdrawn).When(Withdrawing("a forgery")).ThenNothing();

    [Fact]
    public void A_withdrawal_for_another_reason_is_a_conflict() => Given(Registered, _withdrawn).When(Withdrawing("libel")).ThenConflict("source-withdrawn");

    [Fact]
    public void Nothing_can_be_withdrawn_that_was_never_registered() => Given().When(Withdrawing("a forgery")).ThenMissing("unknown-source");

    [Theory]
    [InlineData(null, "required")]
    [InlineData("", "required")]
    [InlineData("a forgery\u0000", "not-unicode")]
    [InlineData("a\tforgery", "control-characters")]
    public void A_withdrawal_needs_a_reason(string? reason, string code)
    {
        Given(Registered).When(Withdrawing(reason)).ThenUnacceptable("/reason", code);
        Given(Registered, _withdrawn).When(Withdrawing(reason)).ThenUnacceptable("/reason", code);
    }

    [Fact]
    public void A_reason_has_its_limit() => Given(Registered).When(Withdrawing(new('a', 2_001))).ThenUnacceptable("/reason", "too-long");
}
