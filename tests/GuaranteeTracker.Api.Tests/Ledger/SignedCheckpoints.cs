using System.Net;
using System.Runtime.Versioning;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>Every checkpoint is signed, and the last one is there for everybody.</summary>
public sealed class SignedCheckpoints(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Each_checkpoint_has_a_note_that_the_key_signed_and_that_says_what_its_row_says()
    {
        var subject = await Subject.RecordAsync(tracker);
        await Writers.RecordAsync(subject, writers: 4, claimsEach: 5);
        await tracker.SettleAsync();
        var key = await tracker.LedgerKeyAsync();

        var checkpoints = await tracker.NotesAsync();

        checkpoints.Should().NotBeEmpty();
        foreach (var (size, sequence, at, root, note) in checkpoints)
        {
            var text = Proving.Verify(note!, key);
            (text.Origin, text.Size, text.Sequence, text.At, Convert.ToBase64String(text.Root.Span)).Should().Be(("tracker.example.org/log", size, sequence, at, root));
        }

        (await tracker.Public.GetStringAsync("/log/checkpoint")).Should().Be(checkpoints[^1].Note);
        (await File.ReadAllTextAsync(Path.Combine(tracker.DataDirectory, KeptNote.Name))).Should().Be(checkpoints[^1].Note);
        key.Name.Should().Be("tracker.example.org/log");
    }

    [Fact]
    public async Task The_last_checkpoint_is_text_that_is_asked_for_again_and_not_sent_twice()
    {
        await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        using var response = await tracker.Public.GetAsync("/log/checkpoint");
        using var head = await tracker.Public.SendAsync(new(HttpMethod.Head, "/log/checkpoint"));
        using var again = await tracker.Public.SendAsync(new(HttpMethod.Get, "/log/checkpoint") { Headers = { IfNoneMatch = { response.Headers.ETag! } } });

        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        response.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
        head.Content.Headers.ContentLength.Should().Be(response.Content.Headers.ContentLength);
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_key_is_in_a_file_that_only_this_user_can_read_and_outlives_a_restart()
    {
        var file = Path.Combine(tracker.DataDirectory, LedgerKeyFile.Name);
        var (key, mode) = (await tracker.LedgerKeyAsync(), File.GetUnixFileMode(file));
        await tracker.RestartAsync();

        mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await tracker.LedgerKeyAsync()).ToString().Should().Be(key.ToString());
    }

    [Fact]
    public async Task Twenty_starts_at_once_make_one_key()
    {
        var file = Path.Combine(tracker.DataDirectory, "together", LedgerKeyFile.Name);

        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => LedgerKeyFile.EnsureAsync(file, default))));

        keys.Distinct().Should().ContainSingle().Which.Should().StartWith("-----BEGIN PRIVATE KEY-----");
        Directory.GetFiles(Path.GetDirectoryName(file)!).Should().BeEquivalentTo(file, $"{file}.lock");
    }
}
