using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Tests.Readme;

/// <summary>docs/SECURITY.md names tests that are there, and leaves no requirement out.</summary>
public sealed partial class TheSecurityPage
{
    private static readonly string _page = Repository.Read("docs/SECURITY.md");

    [Fact]
    public void Every_test_it_names_is_there() =>
        Rows().SelectMany(cells => Names().Matches(cells[^1])).Select(name => name.Groups["name"].Value).Distinct()
            .Where(name => !IsThere(name)).Should().BeEmpty();

    [Fact]
    public void Every_requirement_of_levels_1_and_2_is_answered_once()
    {
        var all = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Readme", "asvs-5.0.0-levels-1-and-2.txt"));

        var answered = Rows().Where(cells => cells.Length == 3 && cells[0].StartsWith('V')).SelectMany(cells => cells[0].Split(", ")).SelectMany(part => Between(part, all));

        answered.Should().BeEquivalentTo(all);
    }

    /// <summary>An id, or those from the one to the other.</summary>
    private static IEnumerable<string> Between(string part, string[] all) =>
        part.Split('–') is [var first, var last] ? all[Array.IndexOf(all, first)..(Array.IndexOf(all, last) + 1)] : [part];

    private static IEnumerable<string[]> Rows() => _page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split(" | "));

    private static bool IsThere(string name)
    {
        var path = name.Contains(".Tests", StringComparison.Ordinal) || name.StartsWith("Faults", StringComparison.Ordinal) ? $"tests/GuaranteeTracker.{name}" : $"tests/GuaranteeTracker.Api.Tests/{name}";
        var whole = Path.Combine(Repository.Root, path);
        return Directory.Exists(whole) || File.Exists(whole + ".cs");
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z./]+)`")]
    private static partial Regex Names();
}
