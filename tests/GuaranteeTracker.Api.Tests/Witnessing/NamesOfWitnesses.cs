using GuaranteeTracker.Api.Witnessing;
using GuaranteeTracker.Ledger.Notes;

namespace GuaranteeTracker.Api.Tests.Witnessing;

/// <summary>A witness is called the same for good, wherever its directory goes.</summary>
public sealed class NamesOfWitnesses : OneWitness
{
    [Fact]
    public async Task It_keeps_its_name_on_another_machine_and_refuses_another_one()
    {
        await LookAsync();
        foreach (var kept in new[] { true, false }) // as a version left it that did not keep the name
        {
            Log.Grow(1);
            if (!kept)
            {
                File.Delete(Path.Combine(Folder, "witness.name"));
            }

            (await LookAsync(machine: "other/witness")).Result.Should().Be(LookResult.Cosigned);
            SignedNote.Parse(await LastAsync(), out _)!.Signatures[^1].Name.Should().Be("test/witness");
        }

        (await LookAsync(name: "test/witness")).Result.Should().Be(LookResult.Cosigned);
        (await FluentActions.Awaiting(() => LookAsync(name: "chosen/witness")).Should().ThrowAsync<WitnessException>()).WithMessage("*is called test/witness, and --name says chosen/witness*");
    }

    [Fact]
    public async Task A_name_that_is_chosen_at_first_stays()
    {
        await LookAsync(name: "chosen/witness");
        Log.Grow(1);

        (await LookAsync()).Result.Should().Be(LookResult.Cosigned);
        SignedNote.Parse(await LastAsync(), out _)!.Signatures[^1].Name.Should().Be("chosen/witness");
    }
}
