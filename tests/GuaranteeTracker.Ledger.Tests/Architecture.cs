namespace GuaranteeTracker.Ledger.Tests;

/// <summary>Whoever verifies a leaf needs this one assembly: nothing of the domain, and the domain nothing of it.</summary>
public sealed class Architecture
{
    private static readonly string[] _references = References(typeof(Leaf).Assembly);

    [Fact]
    public void The_ledger_references_the_base_library_only() =>
        _references.Should().NotBeEmpty().And.OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void The_ledger_does_not_reference_the_domain() => _references.Should().NotContain("GuaranteeTracker.Domain");

    [Fact]
    public void No_other_assembly_of_ours_lies_beside_the_ledger() =>
        Directory.GetFiles(AppContext.BaseDirectory, "GuaranteeTracker.*.dll").Select(Path.GetFileName).Should().BeEquivalentTo(
            "GuaranteeTracker.Ledger.dll", "GuaranteeTracker.Ledger.Tests.dll");

    private static string[] References(System.Reflection.Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];
}
