using CsCheck;
using GuaranteeTracker.Api.Hosting.Security.Keys;

namespace GuaranteeTracker.Api.Tests.Security;

public sealed class WritingKeys
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Known from the definition, so that who checks keys elsewhere can be sure of it: the CRC-32 of "gt_" and 43 zeros.</summary>
    private const string Zero = "gt_0000000000000000000000000000000000000000000";

    [Fact]
    public void A_key_has_52_characters_that_a_double_click_takes_whole()
    {
        var keys = Enumerable.Range(0, 1_000).Select(_ => KeyText.Make()).ToList();

        keys.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.Length == 52 && key.StartsWith("gt_") && key.Skip(3).All(char.IsAsciiLetterOrDigit));
        keys.Should().OnlyContain(key => KeyText.IsWhole(key));
        keys.SelectMany(key => key.Skip(4)).Distinct().Should().HaveCount(62, "all digits of base 62 are used");
    }

    [Fact]
    public void The_end_is_the_CRC_32_of_what_stands_before()
    {
        var crc = 0xFFFFFFFFu; // by its definition, bit by bit
        foreach (var c in Zero)
        {
            crc ^= c;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }
        }

        var (checksum, rest) = ("", ~crc);
        for (var i = 0; i < 6; i++, rest /= 62)
        {
            checksum = Letters[(int)(rest % 62)] + checksum;
        }

        KeyText.IsWhole(Zero + checksum).Should().BeTrue();
    }

    [Fact]
    public void One_letter_that_is_wrong_is_noticed_wherever_it_is() =>
        Gen.Select(Gen.Int[3, 51], Gen.Int[1, 61]).Sample((at, step) =>
        {
            var key = KeyText.Make().ToCharArray();
            key[at] = Letters[(Letters.IndexOf(key[at], StringComparison.Ordinal) + step) % 62];

            return !KeyText.IsWhole(new(key));
        });

    [Fact]
    public void Two_letters_swapped_or_a_part_cut_off_are_noticed()
    {
        var key = KeyText.Make();

        for (var length = 0; length < key.Length; length++)
        {
            KeyText.IsWhole(key[..length]).Should().BeFalse();
            KeyText.IsWhole(key[length..] + key[..length]).Should().Be(length == 0);
        }

        KeyText.IsWhole(key + "0").Should().BeFalse();
        KeyText.IsWhole(key.ToUpperInvariant()).Should().BeFalse();
    }

    [Fact]
    public void No_key_is_left_in_what_is_masked()
    {
        var key = KeyText.Make();

        KeyText.Mask($"/api/{key}/x?{key[..20]}").Should().Be("/api/gt_…/x?gt_…");
        KeyText.Mask("/api/gt_topic").Should().Be("/api/gt_topic");
    }
}
