using GuaranteeTracker.Api.Tests.Tampering;
using GuaranteeTracker.Api.Witnessing;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;
using Microsoft.AspNetCore.Http;

namespace GuaranteeTracker.Api.Tests.Witnessing;

/// <summary>A witness cosigns what goes on from where it was, and refuses everything else.</summary>
public sealed class WitnessingALog : OneWitness
{
    [Fact]
    public async Task A_log_that_grows_is_cosigned_at_whatever_sizes_it_is_seen()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var look = 0; look < 40; look++)
        {
            (await LookAsync()).Result.Should().Be(LookResult.Cosigned, $"nothing was changed (seed {seed})");
            var note = SignedNote.Parse(await LastAsync(), out _)!;
            note.Text.Should().Be(SignedNote.Parse(await Log.NoteAsync(), out _)!.Text);
            note.Signatures.Select(signature => signature.Name).Should().Equal(NoteKeys.Log, "test/witness");
            Log.Grow(random.Next(2) == 0 ? random.Next(3) : random.Next(400));
        }
    }

    [Fact]
    public async Task The_witness_key_is_its_owners_alone_and_stays()
    {
        await LookAsync();
        var first = await File.ReadAllTextAsync(Path.Combine(Folder, "witness.key"));
        Log.Grow(1);
        await LookAsync();

        (await File.ReadAllTextAsync(Path.Combine(Folder, "witness.key"))).Should().Be(first);
        (OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path.Combine(Folder, "witness.key"))).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut to nothing")]
    [InlineData("rewritten at the same size")]
    [InlineData("rewritten and grown")]
    [InlineData("last leaf rewritten and grown")]
    [InlineData("signed by another key of that name")]
    [InlineData("signed by nobody")]
    [InlineData("nothing-recorded")]
    [InlineData("unsigned-checkpoint")]
    public async Task What_contradicts_it_is_refused_and_kept_as_evidence(string how)
    {
        await LookAsync();
        var before = await LastAsync();
        switch (how)
        {
            case "cut": Log.Leaves.RemoveRange(256, 44); break;
            case "cut to nothing": Log.Leaves.Clear(); break;
            case "rewritten at the same size": Log.Leaves[7] = TreeHash.OfLeaf([9]); break;
            case "rewritten and grown": Log.Leaves[7] = TreeHash.OfLeaf([9]); Log.Grow(30); break;
            case "last leaf rewritten and grown": Log.Leaves[299] = TreeHash.OfLeaf([9]); Log.Grow(1); break;
            case "nothing-recorded" or "unsigned-checkpoint": Log.SayNothing(how); break;
            case "signed by another key of that name": Log.Signer = NoteKeys.Make(); Log.Grow(1); break;
            default:
                using (var other = NoteKeys.Make("somebody/else"))
                {
                    var note = other.Sign(SignedNote.Parse(await Log.NoteAsync(), out _)!.Text).ToString();
                    Log.Instead["/log/checkpoint"] = http => http.Response.WriteAsync(note);
                }

                break;
        }

        var look = await LookAsync();

        look.Result.Should().Be(LookResult.Refused);
        (await LastAsync()).Should().Be(before, "what was refused is not cosigned");
        var evidence = await File.ReadAllTextAsync(Directory.GetFiles(Folder, "refused-*.note").Should().ContainSingle().Which);
        evidence.Should().Contain(SignedNote.Parse(before, out _)!.Text).And.Contain("--- refused\n");
        (await LookAsync()).Result.Should().Be(LookResult.Refused, "it does not get used to it");
    }

    [Theory]
    [InlineData("/log/checkpoint", 503, "")]
    [InlineData("/log/checkpoint", 200, "<html>Back soon</html>")]
    [InlineData("/log/checkpoint", 302, "")]
    [InlineData("/log/proof/consistency", 500, "")]
    [InlineData("/log/proof/consistency", 200, "{}")]
    [InlineData("/log/proof/consistency", 200, "{\"hashes\":[\"no\"]}")]
    public async Task A_log_that_does_not_answer_is_not_refused(string path, int status, string answer)
    {
        await LookAsync();
        Log.Grow(5);
        Log.Instead[path] = http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(answer);
        };

        (await LookAsync()).Result.Should().Be(LookResult.Away);
        Log.Instead.Clear();
        (await LookAsync()).Result.Should().Be(LookResult.Cosigned);
        Directory.GetFiles(Folder, "refused-*.note").Should().BeEmpty();
    }

    [Fact]
    public async Task A_log_that_has_nothing_yet_is_waited_for()
    {
        Log.SayNothing("nothing-recorded");

        (await LookAsync()).Result.Should().Be(LookResult.Away);
        Directory.GetFiles(Folder, "refused-*.note").Should().BeEmpty();
    }

    [Fact]
    public async Task A_proof_of_something_else_is_refused()
    {
        await LookAsync();
        Log.Grow(5);
        Log.Instead["/log/proof/consistency"] = http => http.Response.WriteAsJsonAsync(new { hashes = new[] { new byte[32], new byte[32] } });

        (await LookAsync()).Result.Should().Be(LookResult.Refused);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        Log.Instead["/log/checkpoint"] = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(new string('x', 10_000));
            }
        };

        (await LookAsync()).Result.Should().Be(LookResult.Away);
    }

    [Fact]
    public async Task AFolder_serves_one_log_and_no_changed_note()
    {
        await LookAsync();
        using var other = NoteKeys.Make();
        await FluentActions.Awaiting(() => LookAsync(other.Key)).Should().ThrowAsync<WitnessException>();

        var file = Path.Combine(Folder, "last.note");
        await File.WriteAllTextAsync(file, await Log.NoteAsync()); // the log's signature alone
        (await FluentActions.Awaiting(() => LookAsync()).Should().ThrowAsync<WitnessException>()).WithMessage("last.note is not what this witness wrote*");
    }
}
