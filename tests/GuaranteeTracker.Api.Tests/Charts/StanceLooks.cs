using System.Globalization;
using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Domain.Claims;

namespace GuaranteeTracker.Api.Tests.Charts;

public sealed class StanceLooks
{
    private const double ReadableContrast = 4.5; // WCAG 2.2, 1.4.3

    [Fact]
    public void Every_stance_has_a_sign_a_word_a_class_and_a_colour_of_its_own()
    {
        var looks = Enum.GetValues<Stance>().Select(StanceLook.Of).ToList();

        looks.Select(look => look.Stance).Should().BeEquivalentTo(Enum.GetValues<Stance>());
        looks.Should().OnlyHaveUniqueItems(look => look.Sign).And.OnlyHaveUniqueItems(look => look.Word)
            .And.OnlyHaveUniqueItems(look => look.CssClass).And.OnlyHaveUniqueItems(look => look.Fill);
    }

    [Fact]
    public void Signs_are_those_of_the_words_they_stand_for() =>
        StanceLook.All.Select(look => $"{look.Word} {look.Sign}").Should().Equal("rejects −−", "opposes −", "undecided ?", "open (+)", "supports +", "commits ++");

    [Fact]
    public void Text_on_every_colour_can_be_read()
    {
        foreach (var look in StanceLook.All)
        {
            Contrast(look.Fill, look.Ink).Should().BeGreaterThanOrEqualTo(ReadableContrast, look.Word);
        }

        Contrast(Palette.Paper.Fill!, Palette.Ink).Should().BeGreaterThanOrEqualTo(ReadableContrast);
        Contrast(Palette.Paper.Fill!, Palette.Muted).Should().BeGreaterThanOrEqualTo(ReadableContrast);
    }

    [Fact]
    public void The_firmer_stance_of_a_side_is_the_darker_one()
    {
        Luminance(Stance.Rejects).Should().BeLessThan(Luminance(Stance.Opposes));
        Luminance(Stance.Commits).Should().BeLessThan(Luminance(Stance.Supports));
        Luminance(Stance.Supports).Should().BeLessThan(Luminance(Stance.Open));
    }

    private static double Luminance(Stance stance) => Luminance(StanceLook.Of(stance).Fill);

    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => Linear(int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
