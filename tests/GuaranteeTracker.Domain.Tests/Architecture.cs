using System.Reflection;
using GuaranteeTracker.Domain.Pictures;

namespace GuaranteeTracker.Domain.Tests;

/// <summary>Who may know whom, read from the compiled code: signatures and method bodies.</summary>
public sealed class Architecture
{
    private const string Root = "GuaranteeTracker.Domain";
    private static readonly Assembly _domain = typeof(IFact).Assembly;

    /// <summary>What each folder may know. What stands in the root, everybody may.</summary>
    private static readonly Dictionary<string, string[]> _mayKnow = new()
    {
        [""] = [],
        ["Dates"] = [],
        ["Writing"] = [],
        ["Sources"] = ["Dates", "Writing"],
        ["Topics"] = ["Writing"],
        ["Actors"] = ["Dates", "Writing"],
        ["Encounters"] = ["Dates", "Writing"],
        ["Claims"] = ["Sources", "Dates", "Writing"],
        ["Timelines"] = ["Claims", "Sources", "Actors", "Topics", "Encounters", "Dates"],
        ["Pictures"] = ["Timelines", "Claims", "Sources", "Actors", "Topics", "Encounters", "Dates", "Writing"],
        ["Networks"] = ["Pictures", "Timelines", "Claims"],
        ["Numbers"] = ["Networks", "Pictures", "Claims"],
    };

    public static TheoryData<string> Folders => [.. _mayKnow.Keys];

    [Fact]
    public void The_domain_references_the_base_library_only() =>
        _domain.GetReferencedAssemblies().Select(assembly => assembly.Name!).Should().OnlyContain(name =>
            name.StartsWith("System.", StringComparison.Ordinal) || name == "mscorlib" || name == "netstandard");

    [Fact]
    public void Every_folder_of_the_domain_is_one_we_know() =>
        Types().Select(Folder).Distinct().Should().BeEquivalentTo(_mayKnow.Keys);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_what_it_may_and_nothing_points_back(string folder)
    {
        var known = from type in Types()
                    where Folder(type) == folder
                    from other in CompiledCode.KnownTo(type)
                    where other.Assembly == _domain && other.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true
                    let home = Folder(other)
                    where home.Length > 0 && home != folder && !_mayKnow[folder].Contains(home)
                    select $"{type.Name} knows {other.Name} of {home}";

        known.Distinct().Should().BeEmpty();
    }

    [Fact]
    public void This_test_sees_into_method_bodies() =>
        CompiledCode.KnownTo(typeof(Standing)).Should().Contain(typeof(ContradictionsIn));

    private static IEnumerable<Type> Types() =>
        _domain.GetTypes().Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true);

    private static string Folder(Type type) => type.Namespace is null or Root ? "" : type.Namespace[(Root.Length + 1)..];
}
