namespace GuaranteeTracker.Browser.Tests;

/// <summary>Tests that only look share one tracker: <c>[Collection(AtHome.Name)]</c>. Those that record have one of their own: <c>IClassFixture&lt;HomeTracker&gt;</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AtHome : ICollectionFixture<HomeTracker>
{
    public const string Name = "at home";
}
