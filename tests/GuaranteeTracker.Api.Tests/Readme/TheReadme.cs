using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Charts;
using GuaranteeTracker.Api.Tests.Fixtures;

namespace GuaranteeTracker.Api.Tests.Readme;

/// <summary>What README.md shows is what the service answers.</summary>
public sealed partial class TheReadme(SeededTracker tracker) : IClassFixture<SeededTracker>
{
    private const string MatrixHeading = "## The picture of 20 August 2025";

    public static TheoryData<string> Commands => [.. ConsoleBlock.In(Page()).Select(block => block.Command)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_request_is_answered_as_it_says(string command)
    {
        var block = ConsoleBlock.In(Page()).Single(block => block.Command == command);
        using var request = block.Request(Tracker.AdminKey);

        using var response = await tracker.Public.SendAsync(request);

        Masked(await response.JsonAsync()).Should().Be(Masked(block.Answer));
    }

    [Fact]
    public async Task The_matrix_is_the_picture()
    {
        var picture = await tracker.Public.GetJsonAsync("/api/picture?asOf=2025-08-20");
        var shown = Page().Split('\n').SkipWhile(line => line != MatrixHeading).SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'));

        shown.Should().Equal(Matrix(picture));
    }

    [Fact]
    public void Every_link_leads_to_something()
    {
        var links = Links().Matches(Page()).Select(link => link.Groups["path"].Value).ToList();

        links.Should().NotBeEmpty().And.OnlyContain(link => Path.Exists(Path.Combine(Repository.Root, link)));
    }

    private static IEnumerable<string> Matrix(JsonObject picture)
    {
        var topics = picture["topics"]!.AsArray().Select(topic => topic!).ToList();
        var actors = topics.SelectMany(Positions).Select(Actor).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            Row("", actors),
            Row("---", actors.Select(_ => "---")),
            .. topics.Select(topic => Row(
                topic["topic"]!["id"]!.GetValue<string>(),
                actors.Select(actor => Cell(Positions(topic).SingleOrDefault(position => Actor(position) == actor))))),
        ];
    }

    private static string Row(string first, IEnumerable<string> cells) =>
        string.Concat(cells.Prepend(first).Select(cell => cell.Length == 0 ? "| " : $"| {cell} ")) + "|";

    private static string Cell(JsonNode? position)
    {
        if (position is null)
        {
            return "";
        }

        var stance = position["stance"]!.GetValue<string>();
        return StanceLook.All.Single(look => look.Word == stance).Sign + " " + stance
            + (position["attributedOnly"]!.GetValue<bool>() ? " (hearsay)" : "")
            + (position["contradictions"]!.AsArray().Count > 0 ? " (contradicted)" : "");
    }

    private static IEnumerable<JsonNode> Positions(JsonNode topic) => topic["positions"]!.AsArray().Select(position => position!);

    private static string Actor(JsonNode position) => position["actor"]!.GetValue<string>();

    /// <summary>Without what differs from one installation to the next.</summary>
    private static string Masked(JsonNode answer) => Varying().Replace(answer.ToJsonString(), "$1\"…\"");

    private static string Page() => Repository.Read("README.md");

    [GeneratedRegex("(\"(?:at|recordedAt|correlation)\":)\"[^\"]*\"")]
    private static partial Regex Varying();

    [GeneratedRegex(@"\]\((?<path>[^):]+)\)")]
    private static partial Regex Links();
}
