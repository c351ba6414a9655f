namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>A theory that takes a browser: skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Lack;
}
