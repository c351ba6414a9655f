using GuaranteeTracker.Api.Reading.Names;

namespace GuaranteeTracker.Api.Tests.Reading.Names;

public sealed class FindingNames
{
    [Theory]
    [InlineData("Zelenskiy", "volodymyr-zelensky")]
    [InlineData("Zelenskyy", "volodymyr-zelensky")]
    [InlineData("Zelenski", "volodymyr-zelensky")]
    [InlineData("Selenskyj", "volodymyr-zelensky")]
    [InlineData("Volodimir Zelenskyy", "volodymyr-zelensky")]
    [InlineData("zelensky volodmyr", "volodymyr-zelensky")]
    [InlineData("Puttin", "vladimir-putin")]
    [InlineData("Ptuin", "vladimir-putin")]
    [InlineData("Vladimr Putin", "vladimir-putin")]
    [InlineData("Brittain", "uk")]
    [InlineData("Unted Kindom", "uk")]
    [InlineData("Coalition of the wiling", "coalition-of-the-willing")]
    [InlineData("coallition of the willing", "coalition-of-the-willing")]
    [InlineData("coalitionofthewilling", "coalition-of-the-willing")]
    [InlineData("DonaldTrumpp", "donald-trump")]
    [InlineData("Tump", "donald-trump")]
    [InlineData("Starmr", "keir-starmer")]
    [InlineData("Rute", "mark-rutte")]
    [InlineData("Ukrane", "ukraine")]
    [InlineData("Natto", "nato")]
    [InlineData("Nort Atlantic Treaty Organisation", "nato")]
    [InlineData("russian foriegn ministry", "russian-foreign-ministry")]
    [InlineData("Cote dIvore", "cote-d-ivoire")]
    public void A_misspelt_name_is_found_first_and_as_a_misspelling(string wish, string id)
    {
        var found = Catalogued.Find(wish);

        found.Should().NotBeEmpty();
        (found[0].Thing.Id, found[0].Match).Should().Be((id, NameMatch.Similar));
    }

    [Theory]
    [InlineData("Macron")]
    [InlineData("Emmanuel Macron")]
    [InlineData("Donald Tusk")]
    [InlineData("Tusk")]
    [InlineData("Merz")]
    [InlineData("Iran")]
    [InlineData("Gambia")]
    [InlineData("Slovakia")]
    [InlineData("Austria")]
    [InlineData("South Korea")]
    [InlineData("UX")]
    [InlineData("Poland")]
    [InlineData("Belarus")]
    [InlineData("Vladimir Macron")]
    [InlineData("Putin Macron")]
    [InlineData("???")]
    [InlineData("🕊")]
    [InlineData("' or 1=1 --")]
    [InlineData("Зеленский")]
    public void Whoever_is_not_there_is_not_found(string wish) => Catalogued.Find(wish).Should().BeEmpty();

    [Theory]
    [InlineData("us", "us", nameof(NameMatch.Exact), true)]
    [InlineData("United States", "us", nameof(NameMatch.Exact), true)]
    [InlineData("united-states", "us", nameof(NameMatch.Exact), true)]
    [InlineData("U.S.", "us", nameof(NameMatch.Exact), true)]
    [InlineData("  UNITED   STATES ", "us", nameof(NameMatch.Exact), true)]
    [InlineData("cote d'ivoire", "cote-d-ivoire", nameof(NameMatch.Exact), true)]
    [InlineData("LODZ", "lodz", nameof(NameMatch.Exact), true)]
    [InlineData("ｎａｔｏ", "nato", nameof(NameMatch.Exact), true)]
    [InlineData("usa", "us", nameof(NameMatch.Alias), true)]
    [InlineData("Żelensky", "volodymyr-zelensky", nameof(NameMatch.Alias), true)]
    [InlineData("KYIV", "ukraine", nameof(NameMatch.Alias), true)]
    [InlineData("Vlad", "vladimir-putin", nameof(NameMatch.Prefix), true)]
    [InlineData("United", "uk", nameof(NameMatch.Prefix), false)]
    [InlineData("willing", "coalition-of-the-willing", nameof(NameMatch.WordPrefix), true)]
    [InlineData("kor nor", "north-korea", nameof(NameMatch.WordPrefix), true)]
    [InlineData("elensk", "volodymyr-zelensky", nameof(NameMatch.Contained), true)]
    [InlineData("support ukraine", "us-air-support", nameof(NameMatch.Contained), true)]
    [InlineData("air suport", "us-air-support", nameof(NameMatch.Similar), true)]
    public void The_first_one_found_says_how_it_answers_and_whether_it_is_obvious(string wish, string id, string match, bool obvious)
    {
        var found = Catalogued.Find(wish);

        (found[0].Thing.Id, found[0].Match.ToString(), found[0].Obvious).Should().Be((id, match, obvious));
        found.Skip(1).Any(other => other.Obvious).Should().BeFalse();
    }

    [Fact]
    public void The_better_a_name_answers_the_earlier_it_comes_and_equals_come_by_name_and_id()
    {
        Catalogued[] all =
        [
            new("g", "Pairs", ["The Prais"]), new("f", "Unprais", []), new("e", "Old Praisers", []), new("d2", "Praised", []), new("d1", "Praised", []),
            new("d0", "praise", []), new("c", "Lutetia", ["Práis"]), new("b", "PRAIS!", []), new("a", "Prais", []), new("h", "Berlin", []),
        ];

        var found = Catalogued.Find(all, "Prais");

        found.Select(one => (one.Thing.Id, one.Match)).Should().Equal(
            ("a", NameMatch.Exact), ("b", NameMatch.Exact), ("c", NameMatch.Alias), ("d0", NameMatch.Prefix), ("d1", NameMatch.Prefix), ("d2", NameMatch.Prefix),
            ("e", NameMatch.WordPrefix), ("g", NameMatch.WordPrefix), ("f", NameMatch.Contained));
        found[0].Obvious.Should().BeTrue("it is written in just that way");
    }

    [Fact]
    public void Of_two_that_are_equally_good_none_is_obvious() =>
        Catalogued.Find([new("georgia", "Georgia", []), new("us-georgia", "State of Georgia (US)", ["Peach State"]), new("ge", "Sakartvelo", ["Peach State"])], "peach state")
            .Select(one => (one.Thing.Id, one.Match, one.Obvious)).Should().Equal(("ge", NameMatch.Alias, false), ("us-georgia", NameMatch.Alias, false));

    [Fact]
    public void The_nearer_misspelling_comes_first() =>
        Catalogued.Find([new("x", "Zelinskiy", []), new("y", "Zelenskiy", [])], "Zelenskij").Select(one => (one.Thing.Id, one.Obvious)).Should().Equal(("y", true), ("x", false));
}
