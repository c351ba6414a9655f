using System.Diagnostics;
using GuaranteeTracker.Api.Hosting;

namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>A node in a process of its own, which a test can kill.</summary>
internal sealed class ChildNode : IDisposable
{
    private readonly Process _process;

    private ChildNode(Process process) => _process = process;

    /// <summary>Starts a node over a tracker's database. When it has started, and whether it leads, the record shows.</summary>
    public static ChildNode Start(Tracker tracker) =>
        new(Process.Start(new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, .. AnotherNode.SettingsOver(tracker)]) { RedirectStandardOutput = true })!);

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
