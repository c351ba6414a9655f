using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Importing;

/// <summary>Lines that are made to do harm.</summary>
public sealed class HostileLines(Tracker tracker) : IClassFixture<Tracker>
{
    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"type":"export","v":1,"v":1,"count":0}""")]
    [InlineData("""{"type":"export","v":1e999,"count":0}""")]
    [InlineData("""{"type":"export","\ud800":1,"v":1,"count":0}""")]
    [InlineData("""{"type":"export","v":1,"count":[{}]}""")]
    [InlineData("""{"type":"actor","id":"a\u0000b","name":"A","kind":"state"}""")]
    [InlineData("""{"type":"topic","id":"t","title":"a\u0000b","proposition":"B"}""")]
    [InlineData("""{"type":"topic","id":"\ud800","title":"A","proposition":"B"}""")]
    [InlineData("""{"type":"claim","id":"\u0000"}""")]
    [InlineData("""{"type":"correction","id":"\u0000","reason":"A","claim":{"actor":"\u0000","topic":"\u0000"}}""")]
    [InlineData("""{"type":"source","id":null}""")]
    [InlineData("""{"type":"topic","id":"t","version":9223372036854775807,"title":"A","proposition":"B"}""")]
    [InlineData("""{"type":"topic","id":"t","version":1.5,"title":"A","proposition":"B"}""")]
    public async Task Hostile_lines_are_told_and_never_a_fault_of_the_service(string line)
    {
        var (results, last) = await tracker.Admin.ImportLinesAsync([line, Lines.Topic($"t{Guid.NewGuid():N}")]);

        results.Concat([last]).Select(result => result["problem"]?["status"]?.GetValue<int>() ?? 200).Should().OnlyContain(status => status < 500);
        (results.Any(result => result["problem"] is not null) || last["problem"] is not null).Should().BeTrue(last.ToJsonString());
    }
}
