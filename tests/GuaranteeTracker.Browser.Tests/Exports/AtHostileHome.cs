namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Tests of exports only look, and share one record: <c>[Collection(AtHostileHome.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AtHostileHome : ICollectionFixture<HostileHome>
{
    public const string Name = "at a hostile home";
}
