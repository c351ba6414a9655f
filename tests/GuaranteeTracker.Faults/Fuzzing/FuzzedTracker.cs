using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Faults.Fuzzing;

/// <summary>The seeds on record, whose ids are the same in every run, so that a request found in one can be sent in another.</summary>
public sealed class FuzzedTracker : SeededTracker
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--GuaranteeTracker:PublicSourceText=true"];
}
