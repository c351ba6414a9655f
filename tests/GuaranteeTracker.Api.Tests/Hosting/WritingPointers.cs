using System.Diagnostics;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Tests.Hosting;

public sealed class WritingPointers
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("$", "")]
    [InlineData("$.reason", "/reason")]
    [InlineData("$.evidence.quotes[0].exact", "/evidence/quotes/0/exact")]
    [InlineData("$[12]", "/12")]
    [InlineData("$['c d'].x", "/c d/x")]
    [InlineData("$['a.b[0]\\'c d']", "/a.b[0]\\'c d")]
    [InlineData("$['it']s']['x']", "/it']s/x")]
    [InlineData("$['a/b~c']", "/a~1b~0c")]
    [InlineData("$['open", "/open")]
    [InlineData("$[0", "/0")]
    [InlineData("$.", "/")]
    [InlineData("$['']", "/")]
    public void A_path_of_the_serializer_is_a_pointer(string? path, string pointer) => JsonPointers.FromPath(path).Should().Be(pointer);

    [Fact]
    public void However_a_caller_names_its_members_each_character_is_looked_at_once()
    {
        var began = Stopwatch.GetTimestamp();

        foreach (var part in new[] { "']", "['", "[", ".", "'][", "']x" })
        {
            JsonPointers.FromPath("$['" + string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length)));
        }

        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(20), "and not at each once for each other");
    }
}
