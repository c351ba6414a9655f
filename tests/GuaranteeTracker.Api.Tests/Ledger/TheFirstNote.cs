using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Replaying;

namespace GuaranteeTracker.Api.Tests.Ledger;

/// <summary>From which size on checkpoints are signed is known outside the database.</summary>
public sealed class TheFirstNote(Tracker tracker) : IClassFixture<Tracker>
{
    private string Note => Path.Combine(tracker.DataDirectory, "ledger.first.note");

    [Fact]
    public async Task It_stays_in_a_file_that_an_installation_without_it_gets_at_its_start()
    {
        var first = await RecordedAsync();
        (await File.ReadAllTextAsync(Note)).Should().Be(first);

        File.Delete(Note);
        await tracker.RestartAsync();

        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(Note)), "the node looks at its start");
        (await File.ReadAllTextAsync(Note)).Should().Be(first);
    }

    [Fact]
    public async Task Notes_that_were_taken_away_behind_it_are_told()
    {
        await RecordedAsync();
        string[] verify = ["verify", "--json", $"--ConnectionStrings:GuaranteeTracker={tracker.ConnectionString}", $"--GuaranteeTracker:DataDirectory={tracker.DataDirectory}", "--GuaranteeTracker:PublicUrl=https://tracker.example.org"];
        await tracker.QueryAsync<int>($"create table kept_notes as select size, note from {Tables.Checkpoints}; select 1");

        await tracker.TamperAsync($"update {Tables.Checkpoints} set note = null where size < (select max(size) from {Tables.Checkpoints})");
        var partly = await CommandRun.OfAsync(verify);
        await tracker.TamperAsync($"update {Tables.Checkpoints} set note = null");
        File.Move(Note, $"{Note}.before");
        var all = await CommandRun.OfAsync(verify);
        File.Move($"{Note}.before", Note);
        await tracker.TamperAsync($"update {Tables.Checkpoints} c set note = kept_notes.note from kept_notes where kept_notes.size = c.size; drop table kept_notes");

        (partly.ExitCode, all.ExitCode).Should().Be((1, 1), "the key is there");
        partly.Output.Should().Contain("It has no signature");
        all.Output.Should().Contain("It has no signature");
        (await CommandRun.OfAsync(verify)).ExitCode.Should().Be(0);
    }

    /// <returns>The first note.</returns>
    private async Task<string> RecordedAsync()
    {
        var subject = await Subject.RecordAsync(tracker);
        await tracker.SettleAsync();
        await subject.RecordClaimAsync();
        await tracker.SettleAsync();
        return (await tracker.NotesAsync())[0].Note!;
    }
}
