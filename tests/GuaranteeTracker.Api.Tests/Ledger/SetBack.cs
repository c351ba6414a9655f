using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Recording.Signing;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>What a leader refuses to sign on top of.</summary>
public sealed class SetBack(Tracker tracker) : IClassFixture<Tracker>
{
    private const string Restore =
        $"""
        delete from {Tables.Checkpoints};
        insert into {Tables.Checkpoints} select * from kept_checkpoints;
        drop table kept_checkpoints
        """;

    private string Note => Path.Combine(tracker.DataDirectory, KeptNote.Name);

    [Fact]
    public async Task A_database_that_is_older_than_what_was_signed_stops_the_checkpoints_until_the_file_is_moved_away()
    {
        var subject = await RecordedAsync();
        var signed = "";
        await tracker.SetBackAsync(async () =>
        {
            await subject.RecordClaimAsync();
            await tracker.SettleAsync();
            signed = await File.ReadAllTextAsync(Note);
        });

        await tracker.StandStillAsync();
        await subject.RecordClaimAsync("commits", "2025-08-19");
        (await tracker.NotesAsync()).Should().OnlyContain(checkpoint => checkpoint.Note != signed, "nothing is signed");
        (await File.ReadAllTextAsync(Note)).Should().Be(signed, "nor forgotten");
        (await subject.StanceAsync("")).Should().Be("commits", "recording and reading go on");

        File.Move(Note, $"{Note}.before");
        await HealAsync();
    }

    [Fact]
    public async Task A_last_checkpoint_whose_note_was_taken_away_stops_them_after_a_restart_too()
    {
        await RecordedAsync();
        await KeepAsync();
        await tracker.TamperAsync($"update {Tables.Checkpoints} set note = null");

        await tracker.RestartAsync();
        await tracker.StandStillAsync();

        await tracker.TamperAsync(Restore);
        await HealAsync();
    }

    [Fact]
    public async Task A_tree_that_was_written_anew_stops_the_checkpoints()
    {
        var subject = await RecordedAsync();
        var last = (await tracker.RootsAsync())[^1];
        await KeepAsync();
        await tracker.TamperAsync( // with an edge that fits, and no note: as one would do it who has no key
            $"update {Tables.Checkpoints} set root = sha256('other'), edge = sha256('other'), size = 1 << 20, note = null where size = {last.Size}");

        await tracker.RestartAsync();
        await tracker.StandStillAsync();

        await tracker.TamperAsync(Restore);
        await HealAsync();
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        await tracker.LedgerShouldBeSoundAsync();
    }

    [Theory]
    [InlineData("note = replace(note, 'sequence ', 'sequence 1')")]
    [InlineData("note = 'nothing'")]
    [InlineData("note = null")]
    [InlineData("at = at - interval '1 microsecond'")]
    [InlineData("sequence = sequence + 1")]
    public async Task A_last_checkpoint_that_differs_from_its_note_stops_them_while_the_leader_runs(string change)
    {
        var subject = await RecordedAsync();
        await KeepAsync();
        await tracker.TamperAsync($"update {Tables.Checkpoints} set {change} where size = (select max(size) from {Tables.Checkpoints})");
        var count = (await tracker.NotesAsync()).Count;

        await subject.RecordClaimAsync("commits", "2025-08-19");
        await tracker.StandStillAsync();
        (await tracker.NotesAsync()).Should().HaveCount(count);

        await tracker.TamperAsync(Restore);
        await HealAsync();
        await tracker.SettleAsync();
        await tracker.LedgerShouldBeSoundAsync();
    }

    [Fact]
    public async Task A_file_that_is_older_than_the_database_or_gone_is_no_reason_to_stop()
    {
        var subject = await RecordedAsync();
        var older = await File.ReadAllTextAsync(Note);
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        foreach (var left in new[] { older, null }) // killed between commit and file, at last and at first
        {
            File.Delete(Note);
            if (left is not null)
            {
                await File.WriteAllTextAsync(Note, left);
            }

            await tracker.RestartAsync();
            await subject.RecordClaimAsync();
            await tracker.SettleAsync();
            (await tracker.ReadyAsync()).Should().Contain("\"checkpoints\":\"Healthy\"");
            (await File.ReadAllTextAsync(Note)).Should().Be((await tracker.NotesAsync())[^1].Note);
        }
    }

    [Fact]
    public async Task A_file_that_holds_something_else_stops_them()
    {
        var subject = await RecordedAsync();
        var kept = await File.ReadAllTextAsync(Note);
        await File.WriteAllTextAsync(Note, "nothing");

        await tracker.RestartAsync();
        await tracker.StandStillAsync();
        await File.WriteAllTextAsync(Note, kept);
        await HealAsync();

        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
    }

    private async Task<Subject> RecordedAsync()
    {
        var subject = await Subject.RecordAsync(tracker);
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        return subject;
    }

    private Task KeepAsync() => tracker.QueryAsync<int>($"create table kept_checkpoints as select * from {Tables.Checkpoints}; select 1");

    private Task HealAsync() => Eventually.TrueAsync(
        async () => (await tracker.ReadyAsync()).Contains("\"checkpoints\":\"Healthy\"", StringComparison.Ordinal), "it goes on by itself", TimeSpan.FromSeconds(30));
}
