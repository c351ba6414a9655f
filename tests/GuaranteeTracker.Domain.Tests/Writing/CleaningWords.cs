using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Tests.Writing;

/// <summary>The tracker's own words.</summary>
public sealed class CleaningWords
{
    [Theory]
    [InlineData("Meduza", "Meduza")]
    [InlineData("  Le Temps\t\r\n", "Le Temps")]
    [InlineData("\u00A0Le Temps\u3000", "Le Temps")]
    [InlineData("Gene\u0300ve", "Genève")]
    [InlineData("Дональд Трамп", "Дональд Трамп")]
    [InlineData("two  spaces", "two  spaces")]
    public void Words_are_trimmed_and_brought_into_one_form(string sent, string kept)
    {
        Clean((faults) => Wording.Name(sent, "/at", faults)).Should().Be(kept);
        Clean((faults) => Wording.Line(sent, "/at", faults, 100)).Should().Be(kept);
        Clean((faults) => Wording.OptionalLine(sent, "/at", faults, 100)).Should().Be(kept);
        Clean((faults) => Wording.Reason(sent, faults)).Should().Be(kept);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\u2028")]
    public void Blank_is_nothing(string? sent)
    {
        Fault(faults => Wording.Name(sent, "/at", faults)).Should().Be(("/at", "required"));
        Fault(faults => Wording.Line(sent, "/at", faults, 100)).Should().Be(("/at", "required"));
        Fault(faults => Wording.Reason(sent, faults)).Should().Be(("/reason", "required"));

        var none = new Faults();
        Wording.OptionalLine(sent, "/at", none, 100).Should().BeNull();
        none.Any.Should().BeFalse();
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\ttwo")]
    [InlineData("one\u0085two")]
    [InlineData("one\u2028two")]
    [InlineData("one\u2029two")]
    [InlineData("one\u001B[31mtwo")]
    [InlineData("one\u009Btwo")]
    [InlineData("one\u007Ftwo")]
    public void A_line_holds_no_control_characters_and_no_line_breaks(string sent)
    {
        Fault(faults => Wording.Line(sent, "/at", faults, 100)).Should().Be(("/at", "control-characters"));
        Fault(faults => Wording.Name(sent, "/at", faults)).Should().Be(("/at", "control-characters"));
        Fault(faults => Wording.OptionalLine(sent, "/at", faults, 100)).Should().Be(("/at", "control-characters"));
    }

    [Fact]
    public void A_reason_may_run_over_several_lines()
    {
        Clean(faults => Wording.Reason("one\r\ntwo\nthree", faults)).Should().Be("one\ntwo\nthree");
        Fault(faults => Wording.Reason("one\rtwo", faults)).Should().Be(("/reason", "control-characters"));
        Fault(faults => Wording.Reason("one\ttwo", faults, "/because")).Should().Be(("/because", "control-characters"));
    }

    [Theory]
    [InlineData("one\u200Btwo")]
    [InlineData("one\u200Dtwo")]
    [InlineData("one\u00ADtwo")]
    [InlineData("one\u202Etwo")]
    [InlineData("one\u2066two")]
    [InlineData("one\uFEFFtwo")]
    [InlineData("one\U000E0041two")]
    public void Two_names_that_look_alike_are_alike(string sent)
    {
        Fault(faults => Wording.Name(sent, "/at", faults)).Should().Be(("/at", "invisible-characters"));
        Clean(faults => Wording.Line(sent, "/at", faults, 100)).Should().Be(sent);
    }

    [Fact]
    public void What_is_no_Unicode_is_refused()
    {
        Fault(faults => Wording.Name("half \uD83D", "/at", faults)).Should().Be(("/at", "not-unicode"));
        Fault(faults => Wording.Line("nul \0", "/at", faults, 100)).Should().Be(("/at", "not-unicode"));
        Fault(faults => Wording.Reason("half \uDE00", faults)).Should().Be(("/reason", "not-unicode"));
    }

    [Fact]
    public void Length_is_counted_in_the_form_that_is_kept()
    {
        var composed = string.Concat(Enumerable.Repeat("e\u0301", 10));

        Clean(faults => Wording.Line($"  {composed}  ", "/at", faults, 10)).Should().HaveLength(10);
        Fault(faults => Wording.Line(composed + "x", "/at", faults, 10)).Should().Be(("/at", "too-long"));
        Clean(faults => Wording.Name(new string('a', Wording.NameLength), "/at", faults)).Should().HaveLength(200);
        Fault(faults => Wording.Name(new string('a', Wording.NameLength + 1), "/at", faults)).Should().Be(("/at", "too-long"));
        Fault(faults => Wording.Reason(new string('a', Wording.ReasonLength + 1), faults)).Should().Be(("/reason", "too-long"));
    }

    private static string? Clean(Func<Faults, string?> clean)
    {
        var faults = new Faults();
        var text = clean(faults);
        faults.Any.Should().BeFalse();
        return text;
    }

    private static (string Pointer, string Code) Fault(Func<Faults, string?> clean)
    {
        var faults = new Faults();
        clean(faults).Should().BeNull();
        faults.Refuse(out var refusal).Should().BeTrue();
        return refusal!.Faults.Select(fault => (fault.Pointer, fault.Code)).Should().ContainSingle().Subject;
    }
}
