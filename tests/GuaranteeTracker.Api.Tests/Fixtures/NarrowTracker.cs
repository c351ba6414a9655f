namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>RecordingQueue=16, RecordingDeadline=5: few may wait, and not for long.</summary>
public sealed class NarrowTracker : Tracker
{
    public const int Room = 16;

    protected override IEnumerable<string> Settings => [$"--GuaranteeTracker:RecordingQueue={Room}", "--GuaranteeTracker:RecordingDeadline=5"];
}
