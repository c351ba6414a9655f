namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>A fact that takes a browser: skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Lack;
}
