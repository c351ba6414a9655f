using System.Runtime.InteropServices;

namespace GuaranteeTracker.Benchmarks.Ingesting;

/// <summary>Sleeps for less than a millisecond, where the system can.</summary>
internal static class ShortSleep
{
    public static void For(TimeSpan time)
    {
        if (OperatingSystem.IsWindows())
        {
            Thread.Sleep(time);
        }
        else
        {
            _ = Sleep((uint)Math.Clamp(time.TotalMicroseconds, 1, 999_999));
        }
    }

    [DllImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(uint microseconds);
}
