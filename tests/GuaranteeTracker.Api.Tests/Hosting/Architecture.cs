using System.Reflection;
using System.Text.RegularExpressions;
using GuaranteeTracker.Api.Hosting;
using GuaranteeTracker.Domain;
using GuaranteeTracker.Domain.Tests;

namespace GuaranteeTracker.Api.Tests.Hosting;

/// <summary>What only few may do, read from the compiled code.</summary>
public sealed class Architecture
{
    private const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>Who asks others: the commands that work on a service elsewhere, the issuer of tokens, and whoever looks for a free port.</summary>
    private static readonly string[] _reachingOut = ["RemoteService", "LogClient", "IssuerDocuments", "Endpoint"];

    /// <summary>Whose input is no caller's: what PostgreSQL's programs print, and names of folders.</summary>
    private static readonly string[] _backtracking = ["PostgresPrograms", "InstallFolders"];

    private static readonly Type[] _types =
    [
        .. new[] { typeof(Server).Assembly, typeof(IFact).Assembly, typeof(GuaranteeTracker.Ledger.Leaf).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("GuaranteeTracker", StringComparison.Ordinal) is true),
    ];

    [Fact]
    public void Nothing_asks_another_machine_but_for_a_named_few() =>
        _types.Where(type => CompiledCode.KnownTo(type).Any(ReachesOut)).Select(type => type.Name).Should().BeEquivalentTo(_reachingOut);

    [Fact]
    public void No_pattern_can_be_made_slow_by_what_a_caller_sends()
    {
        var knowing = _types.Where(type => CompiledCode.KnownTo(type).Any(known => known == typeof(Regex) || known == typeof(GeneratedRegexAttribute))).ToList();

        knowing.Where(type => !HasOnlySafePatterns(type)).Select(type => type.Name).Should().BeEquivalentTo(_backtracking);
        knowing.Should().HaveCountGreaterThan(_backtracking.Length);
    }

    /// <summary>Names and headers are no connections.</summary>
    private static bool ReachesOut(Type known) => known.Namespace is { } space
        && (space.StartsWith("System.Net.Sockets", StringComparison.Ordinal) || space is "System.Net.WebSockets" or "System.Net.Mail" or "System.Net.NetworkInformation" or "System.Net.Security" or "System.IO.Pipes"
            || known.FullName is "System.Net.Dns" or "System.Net.WebClient" || known.IsAssignableTo(typeof(System.Net.WebRequest))
            || known.IsAssignableTo(typeof(HttpMessageInvoker)) || known.IsAssignableTo(typeof(HttpMessageHandler)))
        && known != typeof(System.Net.Sockets.AddressFamily);

    /// <summary>Its patterns are kept in fields, and each is run without going back.</summary>
    private static bool HasOnlySafePatterns(Type type)
    {
        var patterns = type.GetFields(All).Where(field => field.FieldType == typeof(Regex)).Select(field => (Regex)field.GetValue(null)!).ToList();
        return patterns.Count > 0 && patterns.All(pattern => pattern.Options.HasFlag(RegexOptions.NonBacktracking))
            && !type.GetMethods(All).Any(method => method.IsDefined(typeof(GeneratedRegexAttribute)));
    }
}
