using GuaranteeTracker.Api.Tests.Tampering;
using GuaranteeTracker.Api.Verifying.Served;
using GuaranteeTracker.Api.Witnessing;
using GuaranteeTracker.Ledger.Notes;
using GuaranteeTracker.Ledger.Trees;
using Microsoft.AspNetCore.Http;

namespace GuaranteeTracker.Api.Tests.Witnessing;

/// <summary>A witness cosigns what goes on from where it was, and refuses everything else.</summary>
public sealed class WitnessingALog : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gt-witness-").FullName;

    private StubLog _log = null!;

    public async Task InitializeAsync()
    {
        _log = await StubLog.StartAsync();
        _log.Grow(300);
    }

    public async Task DisposeAsync()
    {
        await _log.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_log_that_grows_is_cosigned_at_whatever_sizes_it_is_seen()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var look = 0; look < 40; look++)
        {
            (await LookAsync()).Result.Should().Be(LookResult.Cosigned, $"nothing was changed (seed {seed})");
            var note = SignedNote.Parse(await LastAsync(), out _)!;
            note.Text.Should().Be(SignedNote.Parse(await _log.NoteAsync(), out _)!.Text);
            note.Signatures.Select(signature => signature.Name).Should().Equal(NoteKeys.Log, "test/witness");
            _log.Grow(random.Next(2) == 0 ? random.Next(3) : random.Next(400));
        }
    }

    [Fact]
    public async Task The_witness_key_is_its_owners_alone_and_stays()
    {
        await LookAsync();
        var first = await File.ReadAllTextAsync(Path.Combine(_directory, "witness.key"));
        _log.Grow(1);
        await LookAsync();

        (await File.ReadAllTextAsync(Path.Combine(_directory, "witness.key"))).Should().Be(first);
        (OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path.Combine(_directory, "witness.key"))).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
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
            case "cut": _log.Leaves.RemoveRange(256, 44); break;
            case "cut to nothing": _log.Leaves.Clear(); break;
            case "rewritten at the same size": _log.Leaves[7] = TreeHash.OfLeaf([9]); break;
            case "rewritten and grown": _log.Leaves[7] = TreeHash.OfLeaf([9]); _log.Grow(30); break;
            case "last leaf rewritten and grown": _log.Leaves[299] = TreeHash.OfLeaf([9]); _log.Grow(1); break;
            case "nothing-recorded" or "unsigned-checkpoint": _log.SayNothing(how); break;
            case "signed by another key of that name": _log.Signer = NoteKeys.Make(); _log.Grow(1); break;
            default:
                using (var other = NoteKeys.Make("somebody/else"))
                {
                    var note = other.Sign(SignedNote.Parse(await _log.NoteAsync(), out _)!.Text).ToString();
                    _log.Instead["/log/checkpoint"] = http => http.Response.WriteAsync(note);
                }

                break;
        }

        var look = await LookAsync();

        look.Result.Should().Be(LookResult.Refused);
        (await LastAsync()).Should().Be(before, "what was refused is not cosigned");
        var evidence = await File.ReadAllTextAsync(Directory.GetFiles(_directory, "refused-*.note").Should().ContainSingle().Which);
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
        _log.Grow(5);
        _log.Instead[path] = http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(answer);
        };

        (await LookAsync()).Result.Should().Be(LookResult.Away);
        _log.Instead.Clear();
        (await LookAsync()).Result.Should().Be(LookResult.Cosigned);
        Directory.GetFiles(_directory, "refused-*.note").Should().BeEmpty();
    }

    [Fact]
    public async Task A_log_that_has_nothing_yet_is_waited_for()
    {
        _log.SayNothing("nothing-recorded");

        (await LookAsync()).Result.Should().Be(LookResult.Away);
        Directory.GetFiles(_directory, "refused-*.note").Should().BeEmpty();
    }

    [Fact]
    public async Task A_proof_of_something_else_is_refused()
    {
        await LookAsync();
        _log.Grow(5);
        _log.Instead["/log/proof/consistency"] = http => http.Response.WriteAsJsonAsync(new { hashes = new[] { new byte[32], new byte[32] } });

        (await LookAsync()).Result.Should().Be(LookResult.Refused);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        _log.Instead["/log/checkpoint"] = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(new string('x', 10_000));
            }
        };

        (await LookAsync()).Result.Should().Be(LookResult.Away);
    }

    [Fact]
    public async Task A_directory_serves_one_log_and_no_changed_note()
    {
        await LookAsync();
        using var other = NoteKeys.Make();
        await FluentActions.Awaiting(() => LookAsync(other.Key)).Should().ThrowAsync<WitnessException>();

        var file = Path.Combine(_directory, "last.note");
        await File.WriteAllTextAsync(file, await _log.NoteAsync()); // the log's signature alone
        (await FluentActions.Awaiting(() => LookAsync()).Should().ThrowAsync<WitnessException>()).WithMessage("last.note is not what this witness wrote*");
    }

    [Fact]
    public async Task It_keeps_its_name_on_another_machine_and_refuses_another_one()
    {
        await LookAsync();
        foreach (var kept in new[] { true, false }) // as a version left it that did not keep the name
        {
            _log.Grow(1);
            if (!kept)
            {
                File.Delete(Path.Combine(_directory, "witness.name"));
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
        _log.Grow(1);

        (await LookAsync()).Result.Should().Be(LookResult.Cosigned);
        SignedNote.Parse(await LastAsync(), out _)!.Signatures[^1].Name.Should().Be("chosen/witness");
    }

    private Task<string> LastAsync() => File.ReadAllTextAsync(Path.Combine(_directory, "last.note"));

    /// <summary>With everything read from the directory anew, as after a restart.</summary>
    private async Task<Look> LookAsync(NoteKey? pinned = null, string? name = null, string machine = "test/witness")
    {
        var folder = new WitnessFolder(_directory);
        using var signer = await folder.SignerAsync(name, machine, default);
        using var client = new LogClient(_log.Address, null);
        return await new Witness(client, folder, signer, pinned).LookAsync(default);
    }
}
