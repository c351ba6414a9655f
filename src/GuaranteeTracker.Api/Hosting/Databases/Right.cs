using System.Text.RegularExpressions;

namespace GuaranteeTracker.Api.Hosting.Databases;

/// <summary>One thing that a role may do.</summary>
/// <param name="Table">A table or sequence of the schema, without the schema's name.</param>
/// <param name="Privilege">As PostgreSQL has it: <c>SELECT</c>.</param>
/// <param name="Column">Null: the whole table.</param>
internal sealed record Right(string Table, string Privilege, string? Column)
{
    private static readonly Regex _privileges = new(@"(?<name>[a-z]+)(?: \((?<columns>[^)]+)\))?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private bool IsOfSequence => Table.EndsWith("_sequence", StringComparison.Ordinal);

    /// <summary>To somebody, or from somebody.</summary>
    public string What => $"{Privilege.ToLowerInvariant()}{(Column is null ? "" : $" ({Column})")} on {(IsOfSequence ? "sequence " : "")}{EventStore.Schema}.{Table}";

    /// <param name="table">With the schema's name.</param>
    /// <param name="privileges"><c>select, update (until, retracted)</c>.</param>
    public static IEnumerable<Right> Read(string table, string privileges) =>
        from Match one in _privileges.Matches(privileges)
        from column in one.Groups["columns"].Success ? one.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries) : new string?[] { null }
        select new Right(table[(EventStore.Schema.Length + 1)..], one.Groups["name"].Value.ToUpperInvariant(), column);

    public override string ToString() => $"{Privilege} on {Table}{(Column is null ? "" : $" ({Column})")}";
}
