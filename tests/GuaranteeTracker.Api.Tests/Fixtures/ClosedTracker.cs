namespace GuaranteeTracker.Api.Tests.Fixtures;

/// <summary>PublicReading=false: nobody reads without a key.</summary>
public class ClosedTracker : Tracker
{
    protected override IEnumerable<string> Settings => ["--GuaranteeTracker:PublicReading=false"];
}
