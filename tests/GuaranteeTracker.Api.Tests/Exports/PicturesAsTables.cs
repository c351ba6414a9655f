using System.Text.Json.Nodes;
using GuaranteeTracker.Api.Reading;
using GuaranteeTracker.Api.Tests.Fixtures;
using GuaranteeTracker.Api.Tests.Readme;

namespace GuaranteeTracker.Api.Tests.Exports;

/// <summary>Every position, with every field, and every pending claim.</summary>
public sealed class PicturesAsTables(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    [Theory]
    [InlineData("2025-08-15")]
    [InlineData("2025-08-19")]
    [InlineData("2025-08-20")]
    public async Task A_table_has_every_field_of_every_position(string asOf)
    {
        var topics = (await tracker.Public.GetJsonAsync($"/api/picture?asOf={asOf}"))["topics"]!.AsArray();
        var rows = Table.Read(await tracker.Public.GetStringAsync($"/api/picture?asOf={asOf}&format=csv")).ToList();

        foreach (var topic in topics)
        {
            foreach (var position in topic!["positions"]!.AsArray())
            {
                var row = rows.Single(row => row["status"] == "position" && row["topic"] == Text(topic["topic"]!["id"]) && row["actor"] == Text(position!["actor"]));
                rows.Remove(row);
                (row["topicTitle"], row["proposition"]).Should().Be((Text(topic["topic"]!["title"]), Text(topic["topic"]!["proposition"])));
                foreach (var (name, value) in Flat(position!))
                {
                    row[name].Should().Be(Csv.Safe(value), name);
                }
            }

            foreach (var pending in topic["pending"]!.AsArray())
            {
                var row = rows.Single(row => row["status"] == "pending" && row["claim"] == Text(pending!["claim"]));
                rows.Remove(row);
                (row["topic"], row["actor"], row["stance"], row["stated"]).Should().Be((Text(topic["topic"]!["id"]), Text(pending!["actor"]), Text(pending["stance"]), Text(pending["stated"])));
            }
        }

        rows.Should().BeEmpty("every row was told of");
    }

    [Fact]
    public async Task A_table_of_cells_has_columns_of_the_same_names_and_flags_apart()
    {
        var all = Table.Read(await tracker.Public.GetStringAsync("/api/picture?asOf=2025-08-20&format=csv"));
        var cells = Table.Read(await tracker.Public.GetStringAsync("/api/picture?asOf=2025-08-20&format=csv&view=cells"));

        cells.Should().HaveCount(all.Count);
        foreach (var (cell, position) in cells.Zip(all))
        {
            foreach (var name in cell.Keys.Except(["stated", "pinned"]))
            {
                cell[name].Should().Be(position[name], name);
            }

            cell["pinned"].Should().Be(position["pinned"].Replace("&format", "&view=cells&format", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Terms_and_conditions_are_told_in_one_cell_each()
    {
        var rows = Table.Read(await tracker.Public.GetStringAsync("/api/picture?asOf=2025-08-20&format=csv&topic=arms-purchase&topic=reassurance-force"));

        rows.Select(row => row["terms"]).Should().Contain("90000000000 USD (67000000000 GBP)");
        rows.Select(row => row["conditions"]).Should().Contain("after a ceasefire or peace deal");
    }

    private static IEnumerable<(string Name, string Value)> Flat(JsonNode position)
    {
        foreach (var (name, value) in position.AsObject())
        {
            switch (name)
            {
                case "terms":
                    break;
                case "conditions":
                    yield return (name, Csv.Join(value!.AsArray().Select(Text)) ?? "");
                    break;
                case "contradictions":
                    yield return (name, Csv.Join(value!.AsArray().Select(one => $"{Text(one!["kind"])} {Text(one["claims"]![1])}")) ?? "");
                    break;
                case "support":
                    yield return ("supportClaims", Text(value!["claims"]));
                    yield return ("supportSources", Text(value["sources"]));
                    yield return ("supportPublishers", Text(value["publishers"]));
                    break;
                case "previous":
                    yield return ("previousStance", Text(value?["stance"]));
                    yield return ("previousUntil", Text(value?["until"]));
                    break;
                default:
                    yield return (name, Text(value));
                    break;
            }
        }
    }

    private static string Text(JsonNode? node) => node?.GetValueKind() is null or System.Text.Json.JsonValueKind.Null ? "" : node.ToString();
}
