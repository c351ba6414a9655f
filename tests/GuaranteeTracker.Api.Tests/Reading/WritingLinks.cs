using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Tests.Mementos;

namespace GuaranteeTracker.Api.Tests.Reading;

public sealed class WritingLinks
{
    [Fact]
    public void A_link_is_a_target_with_its_relations_and_attributes() =>
        new WebLink("https://example.org/picture?asOf=2025-08-20T10:00:00Z&knownAt=seq:6", "first memento", ("datetime", "Wed, 20 Aug 2025 21:30:00 GMT")).ToString()
            .Should().Be("<https://example.org/picture?asOf=2025-08-20T10:00:00Z&knownAt=seq:6>; rel=\"first memento\"; datetime=\"Wed, 20 Aug 2025 21:30:00 GMT\"");

    [Fact]
    public void Nothing_in_a_target_ends_it_early()
    {
        var written = new WebLink("https://example.org/a;b,c>d\"e f\r\nü%20", "original").ToString();

        written.Should().Be("<https://example.org/a%3Bb%2Cc%3Ed%22e%20f%0D%0A%C3%BC%20>; rel=\"original\"");
        Link.Parse(written).Should().ContainSingle().Which.Relations.Should().Equal("original");
    }

    [Fact]
    public void Quotes_in_an_attribute_are_escaped() =>
        new WebLink("/a", "next", ("title", "say \"so\" \\ now")).ToString().Should().Be("""</a>; rel="next"; title="say \"so\" \\ now" """.TrimEnd());
}
