using Microsoft.Playwright;

namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>How somebody looks at pages.</summary>
/// <param name="Scripts">False: with JavaScript switched off.</param>
/// <param name="Dark">Prefers dark colours.</param>
internal sealed record Visitor(Screen Screen = Screen.Wide, bool Scripts = true, bool Dark = false)
{
    /// <param name="baseUrl">What relative addresses begin with.</param>
    public BrowserNewContextOptions Context(string baseUrl) => new()
    {
        BaseURL = baseUrl,
        ViewportSize = Screen == Screen.Wide ? new() { Width = 1440, Height = 900 } : new() { Width = 360, Height = 740 },
        IsMobile = Screen == Screen.Narrow,
        HasTouch = Screen == Screen.Narrow,
        JavaScriptEnabled = Scripts,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce, // screenshots show where things come to rest
    };
}
