using System.Text;
using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Recording;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Moving;
using GuaranteeTracker.Api.Tests.Tampering;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Exported;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>An export with leaves proves itself, by this program and by Python.</summary>
public sealed class VerifyingExports(TamperedStore store) : IClassFixture<TamperedStore>
{
    [Fact]
    public async Task An_untouched_export_is_sound_and_is_imported_as_ever()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        var report = await store.VerifyAsync(lines);

        report.Faults.Should().BeEmpty();
        (report.Leaves, report.Uncovered).Should().Be((lines.Count - 1, 0));
        (await store.PythonAsync(lines)).Should().Be((0, ""));
        var imported = await store.Tracker.ImportAsync(lines);
        (imported.Report.Repeated, imported.Report.IsWhole).Should().Be((lines.Count - 1, true), string.Join('\n', imported.Told));
    }

    [Fact]
    public async Task As_known_earlier_it_proves_what_its_checkpoint_covers()
    {
        var report = await store.VerifyAsync(await ProvenExports.WriteAsync(store.Tracker, "seq:40"));

        report.Faults.Should().BeEmpty();
        (report.Leaves + report.Uncovered).Should().Be(40);
    }

    [Fact]
    public async Task A_word_changed_in_any_line_is_found()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var changed = lines.ToList();
            var at = random.Next(1, lines.Count);
            var line = JsonNode.Parse(lines[at])!.AsObject();
            var part = random.Next(3);
            if (part == 0) // in what is imported
            {
                var recorded = line["recorded"]!.DeepClone();
                line.Remove("recorded");
                line = JsonNode.Parse(JsonTampering.Change(line.ToJsonString(), random))!.AsObject();
                line["recorded"] = recorded;
            }
            else // in the leaf, or when and by whom it was recorded
            {
                var name = part == 1 ? "leaf" : random.Next(2) == 0 || line["recorded"]!["by"] is null ? "at" : "by";
                var text = line["recorded"]![name]!.GetValue<string>();
                line["recorded"]![name] = text[..^3] + (text[^3] == 'x' ? 'y' : 'x') + text[^2..];
            }

            changed[at] = line.ToJsonString();
            (await store.VerifyAsync(changed)).Faults.Should().NotBeEmpty($"line {at + 1} was changed (seed {seed}): {changed[at]}");
        }
    }

    [Fact]
    public async Task A_line_left_out_doubled_or_exchanged_is_found_by_both()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        foreach (var changed in new IReadOnlyList<string>[] { [.. lines.Take(17), .. lines.Skip(18)], [.. lines.Take(17), lines[16], .. lines.Skip(17)], [.. lines.Take(17), lines[18], lines[17], .. lines.Skip(19)], [.. lines.SkipLast(1)] })
        {
            (await store.VerifyAsync(changed)).IsSound.Should().BeFalse();
            (await store.PythonAsync(changed)).ExitCode.Should().Be(1);
        }
    }

    [Fact]
    public async Task Python_finds_a_changed_quote_text_leaf_and_signature()
    {
        var lines = await ProvenExports.WriteAsync(store.Tracker);
        var claim = lines.ToList().FindIndex(line => line.StartsWith("{\"type\":\"claim\"", StringComparison.Ordinal));
        var source = lines.ToList().FindIndex(line => line.StartsWith("{\"type\":\"source\"", StringComparison.Ordinal));
        foreach (var (at, old, other) in new[]
        {
            (claim, "the US would help by air", "the US would help by sea"), (claim, "\"stance\":\"", "\"stance\":\"x"), (source, "Western troops", "western troops"), (0, "sequence ", "sequence 1"), (0, "\\n\\n— ", "\\n\\n— x"),
        })
        {
            lines[at].Should().Contain(old);
            var changed = lines.ToList();
            var (head, rest) = at == 0 ? (lines[at], "") : (lines[at][..lines[at].IndexOf("\"recorded\"", StringComparison.Ordinal)], lines[at][lines[at].IndexOf("\"recorded\"", StringComparison.Ordinal)..]);
            changed[at] = head.Replace(old, other, StringComparison.Ordinal) + rest;
            (await store.PythonAsync(changed)).ExitCode.Should().Be(1, other);
            (await store.VerifyAsync(changed)).IsSound.Should().BeFalse(other);
        }
    }

    [Fact]
    public async Task A_source_without_its_text_still_proves_that_it_was_there_and_import_says_so()
    {
        var other = new Tracker();
        await other.InitializeAsync();
        var subject = await Subject.RecordAsync(other);
        await subject.RecordClaimAsync();
        await other.SettleAsync();
        await other.QueryAsync<int>($"delete from {Tables.SourceTexts}; select 1");
        var lines = await ProvenExports.WriteAsync(other);
        lines.Should().ContainSingle(line => line.StartsWith("{\"type\":\"leaf\"", StringComparison.Ordinal));

        var keys = await OwnKeys.ReadAsync(new Settings { PublicUrl = "https://tracker.example.org" }, other.DataDirectory, default);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var report = await new ExportVerifier(keys, []).RunAsync(file, _ => { }, default);
        (report.FaultCount, report.TakenDown).Should().Be((0, 1));
        var (imported, told) = await other.ImportAsync(lines);
        (imported.Lost, imported.Refused).Should().Be((1, 0));
        told.Should().ContainSingle().Which.Should().Contain("This is the leaf of a source whose text was taken down");
        await other.DisposeAsync();
    }
}
