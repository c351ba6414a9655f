using CsCheck;
using GuaranteeTracker.Api.Reading.Names;

namespace GuaranteeTracker.Api.Tests.Reading.Names;

public sealed class PropertiesOfNames
{
    private static readonly Gen<string> _names =
        from letters in Gen.OneOf("a", "A", "e", "é", "É", "u\u0308", "ß", "Ł", " ", "-", ".", "'", "?", "5", "½", "ﬁ", "ж", "𝕎", "🕊", "漢", "ﷺ").Array[1, 12]
        let name = string.Concat(letters).Normalize().Trim()
        where name.Length > 0
        select name;

    private static readonly Gen<Catalogued[]> _catalogues =
        from things in Gen.Select(_names, _names.Array[0, 3]).Array[1, 8]
        select things.Select((thing, i) => new Catalogued($"id-{i}", thing.Item1, thing.Item2)).ToArray();

    [Fact]
    public void The_exact_name_of_anything_finds_that_first() =>
        Gen.Select(_catalogues, Gen.Int[0, 7]).Sample((all, i) =>
        {
            var wanted = all[i % all.Length];
            var found = Catalogued.Find(all, wanted.Name);

            (found[0].Thing.Name, found[0].Match).Should().Be((wanted.Name, NameMatch.Exact));
            found[0].Obvious.Should().Be(all.Count(other => other.Name == wanted.Name) == 1);
        });

    [Fact]
    public void An_id_finds_its_thing_first() =>
        Gen.Select(_catalogues, Gen.Int[0, 7]).Sample((all, i) =>
        {
            var wanted = all[i % all.Length];
            Catalogued.Find(all, wanted.Id)[0].Thing.Should().BeSameAs(wanted);
        });

    [Fact]
    public void Every_alias_finds_its_thing_and_nothing_worse_than_an_alias_before_it() =>
        Gen.Select(_catalogues, Gen.Int[0, 7]).Sample((all, i) =>
        {
            var wanted = all[i % all.Length];
            foreach (var alias in wanted.Aliases)
            {
                Catalogued.Find(all, alias).Single(one => one.Thing == wanted).Match.Should().BeOneOf(NameMatch.Exact, NameMatch.Alias);
            }
        });

    [Fact]
    public void What_is_found_does_not_depend_on_the_order_of_things_and_one_at_most_is_obvious() =>
        Gen.Select(_catalogues, _names).Sample((all, wish) =>
        {
            var found = Catalogued.Find(all, wish);

            Catalogued.Find(all.Reverse(), wish).Should().Equal(found);
            found.Select(one => one.Match).Should().BeInAscendingOrder();
            found.Skip(1).Any(one => one.Obvious).Should().BeFalse();
        });
}
