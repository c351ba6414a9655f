using System.Text.Json.Nodes;

namespace GuaranteeTracker.Browser.Tests.Readers;

/// <summary>networkx, by the Python that GT_TEST_PYTHON names, else Debian's.</summary>
internal static class GraphReader
{
    private const string Debian = "/usr/bin/python3", OfDebian = "/usr/lib/python3/dist-packages/networkx";

    /// <summary>What to do to have it read; null where it can. A Python that is named must have networkx: then nothing is skipped.</summary>
    public static string? Lack => Named is null && !(File.Exists(Debian) && Directory.Exists(OfDebian))
        ? "There is no networkx. Install it (apt-get install python3-networkx), or set GT_TEST_PYTHON to the path of a Python that has it."
        : null;

    private static string? Named => Environment.GetEnvironmentVariable("GT_TEST_PYTHON") is { Length: > 0 } named ? named : null;

    /// <returns><c>{directed, parallel, graph: {}, nodes: [[id, {}]], edges: [[source, target, {}]], components: []}</c></returns>
    public static async Task<JsonNode> ReadAsync(byte[] graphMl) =>
        JsonNode.Parse(await ChildProgram.RunAsync(Named ?? Debian, ["graph.py"], Path.Combine(AppContext.BaseDirectory, "Readers"), graphMl))!;
}

/// <summary>A theory that takes networkx: skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GraphTheoryAttribute : TheoryAttribute
{
    public GraphTheoryAttribute() => Skip = GraphReader.Lack;
}
