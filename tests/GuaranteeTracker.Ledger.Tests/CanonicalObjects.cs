using CsCheck;

namespace GuaranteeTracker.Ledger.Tests;

public sealed class CanonicalObjects
{
    [Fact]
    public void Members_stand_in_the_order_of_UTF_16_code_units_as_in_RFC_8785() =>
        Json.Canonical("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""")
            .Should().Be("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    [Fact]
    public void The_first_example_of_RFC_8785_with_every_digit_kept() =>
        Json.Canonical("""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """).Should().Be("""{"literals":[null,true,false],"numbers":[333333333.33333329,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    [Fact]
    public void Arrays_keep_their_order_and_objects_in_them_are_ordered() =>
        Json.Canonical("""[56, {"d":true, "10":null, "1":[ ]}, { }]""").Should().Be("""[56,{"1":[],"10":null,"d":true},{}]""");

    [Fact]
    public void A_shorter_name_stands_before_one_that_begins_with_it() =>
        Json.Canonical("""{"ab":1,"a":2,"":3}""").Should().Be("""{"":3,"a":2,"ab":1}""");

    [Fact]
    public void Small_letters_stand_behind_capital_ones() => Json.Canonical("""{"b":1,"A":2,"B":3,"a":4}""").Should().Be("""{"A":2,"B":3,"a":4,"b":1}""");

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""[{"b":1,"a":2,"\u0061":3}]""")]
    public void A_member_that_stands_twice_is_refused(string json) =>
        FluentActions.Invoking(() => Json.Canonical(json)).Should().Throw<FormatException>().WithMessage("*a stands twice*");

    [Fact]
    public void No_value_at_all_is_refused() => FluentActions.Invoking(() => CanonicalJson.Write(default)).Should().Throw<FormatException>();

    [Fact]
    public void Neither_order_nor_spacing_nor_escapes_change_anything() =>
        Documents.Json.Sample(document => Json.Canonical(document.Spelled).Should().Be(Json.Canonical(document.SpelledOtherwise)));

    [Fact]
    public void What_is_canonical_stays_as_it_is() => Documents.Json.Sample(document =>
    {
        var canonical = Json.Canonical(document.Spelled);
        Json.Canonical(canonical).Should().Be(canonical);
    });
}
