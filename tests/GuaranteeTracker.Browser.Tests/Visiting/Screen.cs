namespace GuaranteeTracker.Browser.Tests.Visiting;

/// <summary>What a page is looked at on.</summary>
public enum Screen
{
    /// <summary>A desktop: 1440 × 900.</summary>
    Wide,

    /// <summary>A phone held upright: 360 × 740, with touch, and with a phone's way to lay out what is too wide.</summary>
    Narrow,
}
