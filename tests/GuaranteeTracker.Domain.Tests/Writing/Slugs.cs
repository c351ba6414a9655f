using GuaranteeTracker.Domain.Writing;

namespace GuaranteeTracker.Domain.Tests.Writing;

public sealed class Slugs
{
    [Theory]
    [InlineData("us")]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("russian-foreign-ministry")]
    [InlineData("article-5-type-guarantee")]
    [InlineData("a-b-c")]
    public void Words_of_small_letters_and_digits_joined_by_hyphens_are_ids(string id) => Slug.IsValid(id).Should().BeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-us")]
    [InlineData("us-")]
    [InlineData("a--b")]
    [InlineData("US")]
    [InlineData("u s")]
    [InlineData("u_s")]
    [InlineData("u.s")]
    [InlineData("us\n")]
    [InlineData("../us")]
    [InlineData("us%20")]
    [InlineData("\u0443s")]
    [InlineData("u\u017F")]
    [InlineData("\u0661")]
    [InlineData("u\u2010s")]
    public void Anything_else_is_not(string? id) => Slug.IsValid(id).Should().BeFalse();

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Slug.IsValid(new string('a', 64)).Should().BeTrue();
        Slug.IsValid(new string('a', 65)).Should().BeFalse();
    }
}
