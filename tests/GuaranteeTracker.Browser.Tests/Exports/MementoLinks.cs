using System.Text.Json.Nodes;
using static GuaranteeTracker.Browser.Tests.Exports.Item;

namespace GuaranteeTracker.Browser.Tests.Exports;

/// <summary>Links as http-link-header reads them: one for each relation.</summary>
internal sealed record MementoLinks(IReadOnlyList<JsonNode> All)
{
    public IEnumerable<JsonNode> With(string relation) => All.Where(link => Text(link["rel"]) == relation);

    /// <summary>Where the only link of a relation leads.</summary>
    public string To(string relation) => Text(With(relation).Should().ContainSingle(relation).Which["uri"]);
}
