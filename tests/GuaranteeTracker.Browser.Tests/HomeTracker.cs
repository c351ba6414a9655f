using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Browser.Tests;

/// <summary>A service as somebody has it at home, with the seeds on record: addresses in its pages lead to where it listens.</summary>
public sealed class HomeTracker : SeededTracker
{
    /// <summary>In Development, and only there, the public address may be left to the one served on.</summary>
    protected override IEnumerable<string> Settings => [.. base.Settings, "--environment=Development", "--GuaranteeTracker:PublicUrl="];
}
