using System.Text;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Api.Moving;
using GuaranteeTracker.Api.Reading.Records;
using GuaranteeTracker.Api.Recording.Checkpoints;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Tampering;
using GuaranteeTracker.Api.Verifying;
using GuaranteeTracker.Api.Verifying.Exported;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GuaranteeTracker.Api.Tests.Verifying;

/// <summary>Exports with leaves, and what both verifiers say of them.</summary>
internal static class ProvenExports
{
    /// <param name="k">Null: all that a checkpoint covers.</param>
    public static async Task<IReadOnlyList<string>> WriteAsync(Tracker tracker, string? k = null)
    {
        var reader = tracker.Services.GetRequiredService<RecordReader>();
        var known = k is null ? await reader.ReadSettledAsync(default) : await reader.ReadAsync(KnownAt.Parse(k, out _)!, default);
        using var output = new MemoryStream();
        await new Export(tracker.Services.GetRequiredService<NpgsqlDataSource>(), new PublicAddress(new Settings()), withLeaves: true).RunAsync(output, known!.Known, _ => { }, default);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }

    public static async Task<VerifyReport> VerifyAsync(this TamperedStore store, IEnumerable<string> lines)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return await new ExportVerifier([store.Key], []).RunAsync(file, _ => { }, default);
    }

    public static async Task<(int ExitCode, string Errors)> PythonAsync(this TamperedStore store, IEnumerable<string> lines)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, lines);
        var run = await Python.VerifyAsync("export", file, "--key", store.Key.ToString());
        File.Delete(file);
        return (run.ExitCode, run.Errors);
    }
}
