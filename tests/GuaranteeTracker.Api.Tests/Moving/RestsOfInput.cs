using System.IO.Pipelines;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Moving;

public sealed class RestsOfInput
{
    [Fact]
    public async Task Who_goes_on_sending_drop_by_drop_after_the_end_is_not_heard_for_ever()
    {
        var drops = new Pipe();
        var passing = RestOfInput.PassOverAsync(drops.Reader.AsStream(), TimeSpan.FromMilliseconds(200), CancellationToken.None);

        await Eventually.TrueAsync(
            async () =>
            {
                await drops.Writer.WriteAsync("x"u8.ToArray());
                return passing.IsCompletedSuccessfully;
            },
            "patience has an end");
    }

    [Fact]
    public async Task Who_sends_all_of_it_soon_is_heard_to_the_end()
    {
        using var rest = new MemoryStream(new byte[1_000_000]);

        await RestOfInput.PassOverAsync(rest, TimeSpan.FromMinutes(1), CancellationToken.None);

        rest.Position.Should().Be(rest.Length);
    }
}
