using CsCheck;
using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Tests.Writing;

public sealed class ChosenIds
{
    [Theory]
    [InlineData("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("3F0E7A52-6F0B-4F0E-9D0E-0A6C2B1D4E5F")]
    public void A_UUID_in_either_case_is_an_id(string text)
    {
        var faults = new Faults();

        Ids.Optional(text, "/id", faults).Should().Be(Guid.Parse("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f"));
        Ids.Required(text, "/id", faults).Should().Be(Guid.Parse("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f"));
        faults.Any.Should().BeFalse();
    }

    [Fact]
    public void Every_UUID_but_the_empty_one_is_read_as_it_is_written() =>
        Gen.Guid.Where(id => id != Guid.Empty).Sample(id => Ids.Required(id.ToString(), "/id", new Faults()) == id);

    [Fact]
    public void No_id_is_no_fault_where_one_is_made()
    {
        var faults = new Faults();

        Ids.Optional(null, "/id", faults).Should().BeNull();
        faults.Any.Should().BeFalse();
    }

    [Fact]
    public void No_id_is_a_fault_where_one_is_needed() => Fault(faults => Ids.Required(null, "/id", faults)).Should().Be(("/id", "required"));

    [Theory]
    [InlineData("")]
    [InlineData("us")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("3f0e7a526f0b4f0e9d0e0a6c2b1d4e5f")]
    [InlineData("{3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f}")]
    [InlineData("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5")]
    [InlineData("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5g")]
    [InlineData(" 3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("3f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f\n")]
    [InlineData("0x0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("+f0e7a52-6f0b-4f0e-9d0e-0a6c2b1d4e5f")]
    [InlineData("3f0e7a52-0x0b-4f0e-9d0e-0a6c2b1d4e5f")]
    public void Anything_else_is_a_fault(string text)
    {
        Fault(faults => Ids.Optional(text, "/id", faults)).Should().Be(("/id", "not-a-uuid"));
        Fault(faults => Ids.Required(text, "/id", faults)).Should().Be(("/id", "not-a-uuid"));
    }

    private static (string Pointer, string Code) Fault(Func<Faults, Guid?> read)
    {
        var faults = new Faults();
        read(faults).Should().BeNull();
        faults.Refuse(out var refusal).Should().BeTrue();
        return refusal!.Faults.Select(fault => (fault.Pointer, fault.Code)).Should().ContainSingle().Subject;
    }
}
