namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>PublicReading=false, PublicSourceText=true: nobody reads without a key, but whole texts.</summary>
public sealed class OpenTextsTracker : ClosedTracker
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--GuaranteeTracker:PublicSourceText=true"];
}
